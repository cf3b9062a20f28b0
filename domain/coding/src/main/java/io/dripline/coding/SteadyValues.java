package io.dripline.coding;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a laboratory's value that was there before: "creatinine stable at 118 (baseline 117)", "ALT 95 stable", "GGT 180, baseline
 * 176". A pulse or a pressure that is steady beyond its limit is an event nevertheless.
 */
final class SteadyValues {

    /** What says so is no further behind the value. */
    private static final int NEAR = 50;

    /** Two values that differ by no more than this factor are the same. */
    private static final double SAME = 1.05;

    /** What can be raised for years. A sodium, a glucose or a coma scale beyond its limit is not well because it is steady. */
    private static final Set<String> OF_YEARS =
            Set.of("ALT", "AST", "GGT", "ALP", "bilirubin", "creatinine", "eGFR", "urea");

    private static final Pattern STEADY_BEFORE =
            Pattern.compile("\\b(?:stable|unchanged|steady|static)\\b", Pattern.CASE_INSENSITIVE);

    /** Without a comma: "ALT 210, stable, home" speaks of the patient. */
    private static final Pattern STEADY_BEHIND = Pattern.compile(
            "[\\s(:=\u2013-]{0,3}(?:(?:is|and|remains?)\\s){0,2}(?:stable|unchanged|static|steady|no change)\\b(?!\\s(?:for|after|on|enough|to)\\b)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BASELINE = Pattern.compile(
            "[^.;\\n\\d]{0,25}?(?:\\p{L}\\d[^.;\\n\\d]{0,10}?)?\\b(?:baseline|usual(?:ly)?|prev(?:ious(?:ly)?)?|last\\s(?:time|visit|month|year))\\b\\s?(?:was|is|of|[:=~])?\\s?(\\d{1,5}(?:\\.\\d{1,2})?)(?!\\d|[/-]\\d)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OF_BEFORE =
            Pattern.compile("\\b(?:baseline|usual(?:ly)?|prev(?:ious(?:ly)?)?|was|last)\\b", Pattern.CASE_INSENSITIVE);

    private SteadyValues() {}

    /**
     * @param quantity as limits name it
     * @param link what stands between the name and the first value
     * @param from first character of the values
     * @param to after the last
     * @param values of one quantity, at least one
     */
    static boolean are(String quantity, String text, String link, int from, int to, List<Double> values) {
        if (!OF_YEARS.contains(quantity)) {
            return false;
        }
        if (values.size() == 2 && OF_BEFORE.matcher(text).region(from, to).find()) {
            return areSame(values.getFirst(), values.getLast());
        }
        return values.size() == 1 && isSteady(text, link, to, values.getFirst());
    }

    private static boolean areSame(double one, double other) {
        return one <= SAME * other && other <= SAME * one;
    }

    private static boolean isSteady(String text, String link, int to, double value) {
        int end = Math.min(text.length(), to + NEAR);
        Matcher baseline = BASELINE.matcher(text).region(to, end);
        if (baseline.lookingAt()) {
            return areSame(value, ValueForms.number(baseline.group(1)));
        }
        return STEADY_BEFORE.matcher(link).find() || ValueForms.looksAt(STEADY_BEHIND, text, to, end);
    }
}
