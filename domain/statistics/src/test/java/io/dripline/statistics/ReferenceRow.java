package io.dripline.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One row of reference.csv: the R expression that made it is parsed for its arguments.
 *
 * @param stated the tolerance as the file states it
 */
record ReferenceRow(String id, String method, String command, List<Double> expected, String stated) {

    private static final String RELATIVE = "% relative";
    private static final Pattern VECTOR = Pattern.compile("c\\(([^)]*)\\)");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w])\\d*\\.?\\d+");

    static ReferenceRow of(String id, String method, String command, String expected, String tolerance) {
        return new ReferenceRow(
                id,
                method,
                command,
                Arrays.stream(expected.split(";", -1))
                        .map(value -> Double.valueOf(value.substring(value.indexOf('=') + 1)))
                        .toList(),
                tolerance);
    }

    /** How far the value at an index may be off: an absolute difference, or a share of it. */
    double tolerance(int index) {
        return stated.endsWith(RELATIVE)
                ? Double.parseDouble(stated.substring(0, stated.length() - RELATIVE.length()))
                        / 100
                        * Math.abs(expected.get(index))
                : Double.parseDouble(stated);
    }

    /** The vectors {@code c(...)} of the command. */
    List<List<Double>> vectors() {
        return VECTOR.matcher(command)
                .results()
                .map(vector -> Arrays.stream(vector.group(1).split(",", -1))
                        .map(Double::valueOf)
                        .toList())
                .toList();
    }

    /** The affected and the exposed of each study, from the command's first two vectors. */
    List<Counts> studies() {
        List<Double> affected = vectors().get(0);
        List<Double> exposed = vectors().get(1);
        return IntStream.range(0, affected.size())
                .mapToObj(i ->
                        new Counts(exposed.get(i).longValue(), affected.get(i).longValue()))
                .toList();
    }

    /** The numbers in the command, in order. */
    double[] numbers() {
        return NUMBER.matcher(command)
                .results()
                .map(MatchResult::group)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** What the command says for a named argument, such as {@code N=100}. */
    double named(String name) {
        Matcher matcher = Pattern.compile("\\b" + name + "=([0-9.]+)").matcher(command);
        if (!matcher.find()) {
            throw new IllegalStateException(id + " has no argument " + name);
        }
        return Double.parseDouble(matcher.group(1));
    }
}
