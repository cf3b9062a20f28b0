package io.dripline.reporting.dashboard.baseline;

import io.dripline.contracts.session.Ascertainment;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.BaselineNull;
import io.dripline.reporting.baseline.EventCounting;
import io.dripline.reporting.baseline.Window;
import io.dripline.reporting.caller.ReadReason;
import io.dripline.reporting.caller.Violations;
import io.dripline.reporting.caller.Violations.Violation;
import io.dripline.reporting.dashboard.layout.Field;
import io.dripline.reporting.dashboard.layout.Literature;
import io.dripline.reporting.dashboard.layout.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form of a null, empty or as it was filled in.
 *
 * @param revision in force, which it replaces; 0 where no officer gave any
 * @param p0 as it was typed
 * @param studies as they were typed, a line each
 * @param counting how the events behind it were asked for and over which window they were counted, as it was chosen
 * @param reason as it was typed
 * @param refused why it was not taken, null where it was not sent
 */
public record NullForm(
        int revision,
        String p0,
        String studies,
        List<Field> counting,
        String reason,
        @Nullable String refused,
        List<Violation> violations) {

    static final String ASCERTAINMENT = "ascertainment";
    static final String WINDOW = "window";

    private static final String STUDIES = "studies";

    public NullForm {
        counting = List.copyOf(counting);
        violations = List.copyOf(violations);
    }

    /** The one that follows a null: what that states of its events is chosen already, lest another number drop it unseen. */
    static NullForm after(@Nullable BaselineNull inForce, Baseline figure) {
        EventCounting states = inForce == null ? EventCounting.UNSTATED : inForce.states();
        List<Field> counting = counting(
                figure,
                states.ascertainment() == null ? "" : states.ascertainment().name(),
                states.window() == null ? "" : states.window(),
                List.of());
        return new NullForm(inForce == null ? 0 : inForce.revision(), "", "", counting, "", null, List.of());
    }

    /**
     * What is asked of how events were counted; left open, what the source states holds.
     *
     * @param ascertainment as it was chosen, empty where it was not
     * @param window likewise
     */
    static List<Field> counting(Baseline figure, String ascertainment, String window, List<Violation> violations) {
        Ascertainment stated = figure.ascertainment();
        List<Map.Entry<String, String>> ways = new ArrayList<>();
        ways.add(asTheSource(stated == null ? null : Words.value(ASCERTAINMENT, stated.name())));
        for (Ascertainment way : Ascertainment.values()) {
            ways.add(Map.entry(way.name(), Words.value(ASCERTAINMENT, way.name())));
        }
        List<Map.Entry<String, String>> windows = new ArrayList<>();
        windows.add(asTheSource(figure.window()));
        for (Window one : Window.values()) {
            windows.add(Map.entry(one.words(), one.words()));
        }
        return List.of(
                Field.chosen(
                        ASCERTAINMENT,
                        "How the events behind it were asked for, if you know",
                        ascertainment,
                        "",
                        ways,
                        Violations.of(violations, ASCERTAINMENT)),
                Field.chosen(
                        WINDOW,
                        "Over which time they were counted, if you know",
                        window,
                        "",
                        windows,
                        Violations.of(violations, WINDOW)));
    }

    private static Map.Entry<String, String> asTheSource(@Nullable String stated) {
        return Map.entry("", "as the source states: " + (stated == null ? Literature.NOT_STATED : stated));
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
