package io.dripline.coding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a measured value of one quantity in one unit means, by {@code limits.tsv}.
 *
 * @param name the quantity
 * @param names how clinics write it, lower case; a single letter as it is
 * @param units how they write the unit, lower case; without one the values of {@code from} to {@code to} are taken to be in it
 * @param low what a value below its bound is
 * @param high what a value above its bound is
 */
record Limit(
        String name,
        List<String> names,
        List<String> units,
        @Nullable Bound low,
        @Nullable Bound high,
        double from,
        double to) {

    private static final String NUMBER = "([0-9]{1,9}(?:[.][0-9]{1,9})?)";
    private static final Pattern BOUND = Pattern.compile("(<|<=|>|>=)" + NUMBER + " (\\S+)");
    private static final Pattern RANGE = Pattern.compile(NUMBER + "-" + NUMBER);

    /** E.g. {@code >= 160} is hypertension. */
    record Bound(String sign, double value, Meaning.CodeableTerm term) {

        /** Whether every value on that side of the number is beyond it. */
        boolean isBeyond(double number, MeasuredValues.Side side) {
            boolean isHigh = sign.startsWith(">");
            return switch (side) {
                case AT -> isBeyond(number);
                case BELOW -> !isHigh && number <= value;
                case AT_MOST -> !isHigh && isBeyond(number);
                case ABOVE -> isHigh && number >= value;
                case AT_LEAST -> isHigh && isBeyond(number);
            };
        }

        private boolean isBeyond(double measured) {
            return switch (sign) {
                case "<" -> measured < value;
                case "<=" -> measured <= value;
                case ">" -> measured > value;
                default -> measured >= value;
            };
        }
    }

    /** Lines {@code quantity TAB names TAB units TAB low TAB high TAB range TAB why}; a dash for none. */
    static List<Limit> read(VocabularyFile file, Map<String, Term> terms) {
        List<Limit> limits = new ArrayList<>();
        for (VocabularyFile.Line line : file.lines()) {
            String[] columns = line.columns("quantity", "names", "units", "low", "high", "range", "why");
            Matcher range = RANGE.matcher(columns[5]);
            if (!range.matches()) {
                throw line.broken("a range like 40-250");
            }
            limits.add(new Limit(
                    columns[0],
                    list(columns[1]),
                    list(columns[2]),
                    bound(columns[3], line, terms),
                    bound(columns[4], line, terms),
                    Double.parseDouble(range.group(1)),
                    Double.parseDouble(range.group(2))));
        }
        return List.copyOf(limits);
    }

    private static List<String> list(String joined) {
        return joined.equals("-")
                ? List.of()
                : Arrays.stream(joined.split("\\|")).map(String::strip).toList();
    }

    private static @Nullable Bound bound(String text, VocabularyFile.Line line, Map<String, Term> terms) {
        if (text.equals("-")) {
            return null;
        }
        Matcher matcher = BOUND.matcher(text);
        Term term = matcher.matches() ? terms.get(matcher.group(3)) : null;
        if (term == null || term.category() == null) {
            throw line.broken("a bound like '>=160 hypertension' with a term that has a category");
        }
        return new Bound(
                matcher.group(1),
                Double.parseDouble(matcher.group(2)),
                new Meaning.CodeableTerm(term.id(), term.category()));
    }

    boolean tellsOf(Meaning.CodeableTerm term) {
        return (low != null && low.term().equals(term))
                || (high != null && high.term().equals(term));
    }

    boolean isPlausible(double value) {
        return value >= from && value <= to;
    }

    /** The bound that a value on that side of the number is beyond, whatever it is. */
    Optional<Bound> beyond(double number, MeasuredValues.Side side) {
        return Optional.ofNullable(high)
                .filter(bound -> bound.isBeyond(number, side))
                .or(() -> Optional.ofNullable(low).filter(bound -> bound.isBeyond(number, side)));
    }

    String text(Bound bound) {
        return "%s %s %s"
                .formatted(name, bound.sign(), bound.value() % 1 == 0 ? (Object) (long) bound.value() : bound.value());
    }
}
