package io.dripline.reporting.dashboard.layout;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertState;
import io.dripline.contracts.alert.AlertStep;
import io.dripline.contracts.alert.Assessment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has become of an alert, in words. */
public final class AlertWords {

    private AlertWords() {}

    /**
     * A sentence around a time.
     *
     * @param before up to the time; the whole sentence where there is none
     * @param after what follows it
     */
    public record Sentence(String before, @Nullable ShownTime at, String after) {}

    /** Its state, and since when; by whom where it was a person. */
    public static Sentence of(Alert alert) {
        AlertStep entered = entered(alert);
        ShownTime at = new ShownTime(entered.at());
        return switch (alert.state()) {
            case RAISED -> new Sentence("Nobody has acknowledged it yet.", null, "");
            case ACKNOWLEDGED -> new Sentence("Acknowledged by %s, ".formatted(entered.by()), at, ".");
            case ASSESSED ->
                new Sentence("Assessed as %s by %s, ".formatted(of(alert.assessment()), entered.by()), at, ".");
            case CLOSED ->
                new Sentence(
                        "Closed%s by %s, "
                                .formatted(
                                        alert.assessment() == null ? "" : " as " + of(alert.assessment()),
                                        entered.by()),
                        at,
                        alert.latched() ? "; it stays in force." : "; corrections had superseded it.");
            case SUPERSEDED -> new Sentence("Superseded by corrected counts, ", at, ".");
        };
    }

    /**
     * The step that led to what it is now. Later ones may repeat the state: its promise was judged anew, which no person did, or it
     * was assessed once more.
     */
    private static AlertStep entered(Alert alert) {
        List<AlertStep> history = alert.history();
        AlertStep entered = history.getLast();
        for (AlertStep step : history.reversed()) {
            if (step.state() != alert.state()) {
                break;
            }
            entered = step;
            if (step.assessment() != null) {
                break;
            }
        }
        return entered;
    }

    /** What a step of a history was; one that leaves the state as it was judged the promise anew, unless it assesses. */
    public static String of(AlertStep step, @Nullable AlertStep before) {
        if (step.assessment() != null) {
            return "%s as %s".formatted(of(step.state()), of(step.assessment()));
        }
        if (before == null) {
            return "Raised";
        }
        return before.state() == step.state() ? "Promise judged anew" : of(step.state());
    }

    /** A state, as a heading of a list says it. */
    public static String of(AlertState state) {
        return switch (state) {
            case RAISED -> "Not acknowledged";
            case ACKNOWLEDGED -> "Acknowledged";
            case ASSESSED -> "Assessed";
            case CLOSED -> "Closed";
            case SUPERSEDED -> "Superseded";
        };
    }

    /** What an alert was found to be. */
    public static String of(@Nullable Assessment assessment) {
        return switch (assessment) {
            case CONFIRMED -> "confirmed";
            case EXPLAINED -> "explained";
            case DATA_ERROR -> "an error in the data";
            case null -> "nothing yet";
        };
    }

    /** Whether nothing more is to be done about it. */
    public static boolean isSettled(Alert alert) {
        return alert.state() == AlertState.CLOSED || alert.state() == AlertState.SUPERSEDED;
    }
}
