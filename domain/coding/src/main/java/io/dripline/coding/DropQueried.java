package io.dripline.coding;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Drops what was asked about and answered by a value within its limits: "?fever 37.2", "? hypotensive, BP 124/70". Without the
 * question a word stands beside any value.
 */
final class DropQueried {

    private static final Pattern ASKED = Pattern.compile("(?:\\?|\\bquery)\\s?$", Pattern.CASE_INSENSITIVE);

    private static final String BETWEEN = "\\s?\\?{0,2}[\\s,:;(\\u2013-]{0,3}(?:(?:but|obs|was|is|at)\\s)?";

    private static final Pattern ANSWER = Pattern.compile(BETWEEN, Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile(
            BETWEEN
                    + "(\\d{2,3}(?:[.,]\\d)?)(?![\\d/]|[.,]\\d)\\s?(?:%|\\u00b0?\\s?[CF]\\b|bpm\\b)?(?=\\s*(?:$|[.,;)\\n]))",
            Pattern.CASE_INSENSITIVE);

    private static final String SATURATION = "oxygen saturation";
    private static final Set<String> OF_SATURATION = Set.of("desaturation", "hypoxia");

    /** "Sats 96% on 6L": what was given to reach it. */
    private static final Pattern SUPPORTED = Pattern.compile(
            "[\\s,(@]{0,3}(?:(?:on|via|with)\\s(?:(?:a|simple|hi|high)\\s)?)?(?:\\d{1,2}(?:\\.\\d)?\\s?(?:l|lpm|litres?)\\b|\\d{2,3}\\s?%\\s?(?:o2|fio2|oxygen|venturi)\\b|fio2\\b"
                    + "|supplemental\\b|(?:o2|oxygen|mask|face\\s?mask|np|nc)\\b(?!\\s(?:probe|off|removed|sats?|stopped|weaned|not))|nrb|non-?rebreath|hudson|hm\\b|venturi|nasal\\s|flow\\b|hfnc|hfno|hfnp|airvo"
                    + "|cpap|bipap)",
            Pattern.CASE_INSENSITIVE);

    private final String report;
    private final ReadMeasurements measurements;
    private final DroppedTerms dropped;

    DropQueried(String report, ReadMeasurements measurements, DroppedTerms dropped) {
        this.report = report;
        this.measurements = measurements;
        this.dropped = dropped;
    }

    void in(List<Clause> clauses) {
        List<Part.Found> all =
                clauses.stream().flatMap(clause -> clause.found().stream()).toList();
        for (int i = 0; i < all.size(); i++) {
            Part.Found asked = all.get(i);
            if (!asked.isMeasured()
                    && isAsked(asked)
                    && (isWithin(asked) || (i + 1 < all.size() && isAnswer(all.get(i + 1), asked)))) {
                dropped.drop(asked, DropReason.NORMAL);
            }
        }
    }

    private boolean isAsked(Part.Found found) {
        return report.startsWith("?", found.to())
                || ASKED.matcher(report)
                        .region(Math.max(0, found.from() - 7), found.from())
                        .find();
    }

    /** A value that its own name stands before. */
    private boolean isAnswer(Part.Found value, Part.Found asked) {
        return value.isMeasured()
                && value.terms().isEmpty()
                && value.from() >= asked.to()
                && ANSWER.matcher(report).region(asked.to(), value.from()).matches()
                && !(value.matched().equals(SATURATION) && isSupported(value.to()))
                && asked.terms().stream().allMatch(term -> measurements.isOf(value.matched(), term));
    }

    /** A value that the term itself names. */
    private boolean isWithin(Part.Found asked) {
        Matcher number = NUMBER.matcher(report).region(asked.to(), report.length());
        return number.lookingAt()
                && !(asked.terms().stream().allMatch(term -> OF_SATURATION.contains(term.id()))
                        && isSupported(number.end()))
                && asked.terms().stream()
                        .allMatch(term -> measurements.isWithin(term, ValueForms.number(number.group(1))));
    }

    private boolean isSupported(int valueEnd) {
        return ValueForms.looksAt(SUPPORTED, report, valueEnd, report.length());
    }
}
