package io.dripline.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Values of one quantity in a row: "HR 78, 82, 126". Three or more, the last perhaps with a unit, or two with a unit or a fraction each; all written alike, and nothing behind
 * the last that makes it another quantity's: "HR 72, 98, 120/70" and "HR 78, 82, 14 resps" are none.
 */
final class ReadRows {

    private static final int FEWEST = 3;

    /** "4.2", "4,2" before anything but another comma. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?:(?<!\\d,)\\d{1,4},\\d{1,2}(?![\\d,])|\\d{1,4}(?:\\.\\d{1,2})?)(?![\\d/:.]\\d|[\\p{L}\\d])");

    private static final Pattern SEPARATOR = Pattern.compile("\\s*[,;]\\s*(?=\\d)");
    private static final Pattern END = Pattern.compile(
            "\\s*(?:$|[.,;)\\]\\n&]|[-=]>|\u2192|(?:and|then|at|during|post|after|throughout|today|overnight|max|mean)\\b|over\\s(?:the|\\d{1,2}\\s\\p{L}))",
            Pattern.CASE_INSENSITIVE);

    private ReadRows() {}

    /**
     * @param unit of the values, empty where none is written
     * @param end after the last
     */
    record Row(List<String> numbers, String unit, int end) {

        /** Whether one is less than half of the one before it: "HR 78, 98, 37" are three quantities. */
        boolean halves() {
            return IntStream.range(1, numbers.size())
                    .anyMatch(i -> ValueForms.number(numbers.get(i)) < ValueForms.number(numbers.get(i - 1)) / 2);
        }
    }

    static @Nullable Row at(String text, int from, int to) {
        List<String> numbers = new ArrayList<>();
        @Nullable String unit = null;
        int units = 0;
        int at = from;
        int end = from;
        while (true) {
            Matcher number = NUMBER.matcher(text).region(at, to).useTransparentBounds(true);
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
            numbers.add(number.group());
            units += own.isEmpty() ? 0 : 1;
            end = next;
            Matcher separator = SEPARATOR.matcher(text).region(next, to);
            if (isLast || !separator.lookingAt()) {
                break;
            }
            at = separator.end();
        }
        boolean areTwoEnough = units > 1 || numbers.stream().allMatch(ReadRows::isFraction);
        if (unit == null || numbers.size() < (areTwoEnough ? 2 : FEWEST) || !areAlike(numbers)) {
            return null;
        }
        return new Row(List.copyOf(numbers), unit, end);
    }

    /** "36.8, 37, 38.9", but not "72, 36.8". */
    private static boolean areAlike(List<String> numbers) {
        return isFraction(numbers.getFirst()) || numbers.stream().noneMatch(ReadRows::isFraction);
    }

    private static boolean isFraction(String number) {
        return number.contains(".") || number.contains(",");
    }
}
