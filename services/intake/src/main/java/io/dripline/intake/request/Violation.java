package io.dripline.intake.request;

/**
 * One broken rule.
 *
 * @param field the path of the field, such as {@code adverseEvents[0].verbatim}; a header by its name
 * @param message what was expected; never repeats a text that was sent
 */
public record Violation(String field, String message) implements Comparable<Violation> {

    @Override
    public int compareTo(Violation other) {
        int byField = field.compareTo(other.field);
        return byField == 0 ? message.compareTo(other.message) : byField;
    }
}
