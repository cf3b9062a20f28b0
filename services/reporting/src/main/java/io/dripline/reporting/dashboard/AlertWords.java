package io.dripline.reporting.dashboard;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertStep;
import io.dripline.contracts.alert.Assessment;
import org.jspecify.annotations.Nullable;

/** What has become of an alert, in words. */
final class AlertWords {

    private AlertWords() {}

    /** Its state, and since when; by whom where it was a person. */
    static String of(Alert alert) {
        return switch (alert.state()) {
            case RAISED -> "Nobody has acknowledged it yet.";
            case ACKNOWLEDGED -> "Acknowledged by %s.".formatted(signed(alert));
            case ASSESSED -> "Assessed as %s by %s.".formatted(of(alert.assessment()), signed(alert));
            case CLOSED ->
                "Closed%s by %s; %s."
                        .formatted(
                                alert.assessment() == null ? "" : " as " + of(alert.assessment()),
                                signed(alert),
                                alert.latched() ? "it stays in force" : "corrections had superseded it");
            case SUPERSEDED ->
                "Superseded by corrected counts, %s."
                        .formatted(DescribeOverview.TIME.format(last(alert).at()));
        };
    }

    private static String of(@Nullable Assessment assessment) {
        return switch (assessment) {
            case CONFIRMED -> "confirmed";
            case EXPLAINED -> "explained";
            case DATA_ERROR -> "an error in the data";
            case null -> "nothing yet";
        };
    }

    private static String signed(Alert alert) {
        return "%s, %s"
                .formatted(
                        last(alert).by(),
                        DescribeOverview.TIME.format(last(alert).at()));
    }

    private static AlertStep last(Alert alert) {
        return alert.history().getLast();
    }
}
