package io.dripline.reporting.dashboard.baseline;

import io.dripline.reporting.caller.ReadReason;
import io.dripline.reporting.caller.Violations;
import io.dripline.reporting.caller.Violations.Violation;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form of a null, empty or as it was filled in.
 *
 * @param revision in force, which it replaces; 0 where no officer gave any
 * @param p0 as it was typed
 * @param studies as they were typed, a line each
 * @param reason as it was typed
 * @param refused why it was not taken, null where it was not sent
 */
public record NullForm(
        int revision,
        String p0,
        String studies,
        String reason,
        @Nullable String refused,
        List<Violation> violations) {

    private static final String STUDIES = "studies";

    public NullForm {
        violations = List.copyOf(violations);
    }

    static NullForm empty(int revision) {
        return new NullForm(revision, "", "", "", null, List.of());
    }

    public int longestReason() {
        return ReadReason.LONGEST;
    }

    /** Whether no browser is to keep what it holds. */
    public boolean isForgotten() {
        return ReadReason.mayNameSomebody(reason);
    }

    /** What is wrong with the number; null if nothing is. */
    public @Nullable String numberViolation() {
        return Violations.of(violations, "p0");
    }

    /** What is wrong with the studies, of which each is named by its place; null if nothing is. */
    public @Nullable String studiesViolation() {
        String messages = violations.stream()
                .filter(violation -> violation.field().startsWith(STUDIES))
                .map(violation -> violation.field().equals(STUDIES)
                        ? violation.message()
                        : "%s: %s".formatted(violation.field(), violation.message()))
                .collect(Collectors.joining("; "));
        return messages.isEmpty() ? null : messages;
    }

    /** What is wrong with the reason; null if nothing is. */
    public @Nullable String reasonViolation() {
        return Violations.of(violations, "reason");
    }
}
