package io.dripline.coding;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values of one quantity in a row: "HR 78, 82, 126". Three or more, the last perhaps with a unit, or two with a unit each, or "4,2; 3,1"; all written alike, and nothing behind
 * the last that makes it another quantity's: "HR 72, 98, 120/70" and "HR 78, 82, 14 resps" are none.
 */
final class ReadRows {

    private static final int FEWEST = 3;

    private static final String NO_MORE = "(?![\\d/:.]\\d|[\\p{L}\\d])";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}(?:\\.\\d{1,2})?" + NO_MORE);

    /** "4,2", but neither of "78,82". */
    private static final Pattern WITH_COMMA = Pattern.compile("(?<!\\d,)\\d{1,2},\\d(?!\\d|,\\d)" + NO_MORE);

    /** "37; 37,5; 39": between semicolons a comma is of the number. */
    private static final Pattern BETWEEN_SEMICOLONS =
            Pattern.compile("\\d{1,4}(?:[.,]\\d{1,2})?(?![\\d/:.,]\\d|[\\p{L}\\d])");

    private static final Pattern WITH_SEMICOLON = Pattern.compile(
            "\\d{1,4}(?:[.,]\\d{1,2})?\\s?;\\s?(?:\\d{1,4}(?:[.,]\\d{1,2})?\\s?;\\s?){0,8}\\d{1,4},\\d{1,2}(?!\\d)"
                    + "|\\d{1,4},\\d{1,2}\\s?;\\s?\\d");

    /** Values of one quantity that are not all written with a fraction differ by no more than this factor. */
    private static final double ALIKE = 1.25;

    private static final Pattern OF_SATURATION = Pattern.compile("8[5-9]|9\\d|100");
    private static final Pattern OF_TEMPERATURE = Pattern.compile("3[5-9]");

    private static final Pattern SEPARATOR = Pattern.compile("\\s*[,;]\\s*(?=\\d)");
    private static final Pattern END = Pattern.compile(
            "\\s*(?:$|[.,;)\\]\\n&]|[-=]>|\u2192|(?:and|then|at|during|post|after|throughout|today|overnight|max|mean)\\b|over\\s(?:the|\\d{1,2}\\s\\p{L}))",
            Pattern.CASE_INSENSITIVE);

    private ReadRows() {}

    /**
     * @param unit of the values, empty where none is written
     * @param firstEnd after the first number
     * @param end after the last
     */
    record Row(List<String> numbers, String unit, int firstEnd, int end) {

        /** "HR 78, 98, 37" are a pulse, a saturation and a temperature: the first alone. */
        Row withoutOtherSigns() {
            if (numbers.size() != 3
                    || !OF_SATURATION.matcher(numbers.get(1)).matches()
                    || !OF_TEMPERATURE.matcher(numbers.get(2)).matches()) {
                return this;
            }
            return new Row(List.of(numbers.getFirst()), "", firstEnd, firstEnd);
        }
    }

    static @Nullable Row at(String text, int from, int to) {
        List<String> numbers = new ArrayList<>();
        @Nullable String unit = null;
        int units = 0;
        int at = from;
        int end = from;
        int firstEnd = from;
        Pattern form = ValueForms.looksAt(WITH_SEMICOLON, text, from, to)
                ? BETWEEN_SEMICOLONS
                : ValueForms.looksAt(WITH_COMMA, text, from, to) ? WITH_COMMA : NUMBER;
        while (true) {
            Matcher number = form.matcher(text).region(at, to).useTransparentBounds(true);
            if (!number.lookingAt()) {
                break;
            }
            Matcher written = ValueForms.UNIT.matcher(text).region(number.end(), to);
            String own = written.lookingAt() ? written.group(1) : "";
            int next = own.isEmpty() ? number.end() : written.end();
            boolean isLast = unit != null && unit.isEmpty() && !own.isEmpty();
            if ((unit != null && !unit.equals(own) && !isLast) || !ValueForms.looksAt(END, text, next, to)) {
                break;
            }
            unit = own;
            firstEnd = numbers.isEmpty() ? next : firstEnd;
            numbers.add(number.group());
            units += own.isEmpty() ? 0 : 1;
            end = next;
            Matcher separator = SEPARATOR.matcher(text).region(next, to);
            if (isLast || !separator.lookingAt()) {
                break;
            }
            at = separator.end();
        }
        boolean isOneQuantity = units == 0 || (unit != null && unit.contains("/"));
        boolean areTwoEnough = units > 1 || (isOneQuantity && !form.equals(NUMBER));
        if (unit == null || numbers.size() < (areTwoEnough ? 2 : FEWEST) || !areAlike(numbers)) {
            return null;
        }
        return new Row(List.copyOf(numbers), unit, firstEnd, end);
    }

    /** "36.8, 37, 38.9", "37, 37.5, 39", but not "72, 36.8". */
    private static boolean areAlike(List<String> numbers) {
        if (isFraction(numbers.getFirst()) || numbers.stream().noneMatch(ReadRows::isFraction)) {
            return true;
        }
        DoubleSummaryStatistics values =
                numbers.stream().mapToDouble(ValueForms::number).summaryStatistics();
        return values.getMax() <= ALIKE * values.getMin();
    }

    private static boolean isFraction(String number) {
        return number.contains(".") || number.contains(",");
    }
}
