package io.dripline.reporting.dashboard.layout;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertState;
import io.dripline.contracts.alert.AlertStep;
import io.dripline.contracts.alert.Assessment;
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
        AlertStep last = alert.history().getLast();
        ShownTime at = new ShownTime(last.at());
        return switch (alert.state()) {
            case RAISED -> new Sentence("Nobody has acknowledged it yet.", null, "");
            case ACKNOWLEDGED -> new Sentence("Acknowledged by %s, ".formatted(last.by()), at, ".");
            case ASSESSED ->
                new Sentence("Assessed as %s by %s, ".formatted(of(alert.assessment()), last.by()), at, ".");
            case CLOSED ->
                new Sentence(
                        "Closed%s by %s, "
                                .formatted(
                                        alert.assessment() == null ? "" : " as " + of(alert.assessment()), last.by()),
                        at,
                        alert.latched() ? "; it stays in force." : "; corrections had superseded it.");
            case SUPERSEDED -> new Sentence("Superseded by corrected counts, ", at, ".");
        };
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
