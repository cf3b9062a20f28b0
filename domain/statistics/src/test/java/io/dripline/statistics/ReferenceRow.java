package io.dripline.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One row of reference.csv: the R expression that made it is parsed for its arguments. */
record ReferenceRow(String id, String method, String command, List<Double> expected, double tolerance) {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w])\\d*\\.?\\d+");

    static ReferenceRow of(String id, String method, String command, String expected, String tolerance) {
        return new ReferenceRow(
                id,
                method,
                command,
                Arrays.stream(expected.split(";", -1)).map(Double::valueOf).toList(),
                Double.parseDouble(tolerance));
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
