package io.dripline.reporting.alert;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertState;
import io.dripline.contracts.alert.AlertStep;
import io.dripline.contracts.alert.Assessment;
import io.dripline.contracts.alert.Superseded;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step in the life of an alert, and what it may follow. Who assesses has seen the alert, so an acknowledgement may be left
 * out; who closes says first what it was, unless corrections have said it.
 */
sealed interface NextStep {

    /** A person has seen it and looks into it. */
    record Acknowledge() implements NextStep {}

    /** What it was found to be; assessing again revises. */
    record Assess(Assessment assessment, String reason) implements NextStep {}

    /** Nothing more is to be done; no person's step follows. */
    record Close(String reason) implements NextStep {}

    /** Corrections took away what it was raised on, whatever people made of it meanwhile. */
    record Supersede(Superseded figures, String reason) implements NextStep {}

    /** Its promise or the remarks on it are others now; whatever its state is, that stays. */
    record PromiseAnew(Promised promised, String reason) implements NextStep {}

    /** The states that it may follow. */
    default Set<AlertState> follows() {
        return switch (this) {
            case Acknowledge _ -> EnumSet.of(AlertState.RAISED);
            case Assess _ -> EnumSet.of(AlertState.RAISED, AlertState.ACKNOWLEDGED, AlertState.ASSESSED);
            case Close _ -> EnumSet.of(AlertState.ASSESSED, AlertState.SUPERSEDED);
            case Supersede _ ->
                EnumSet.of(AlertState.RAISED, AlertState.ACKNOWLEDGED, AlertState.ASSESSED, AlertState.CLOSED);
            case PromiseAnew _ -> EnumSet.allOf(AlertState.class);
        };
    }

    /** Whether it may follow what an alert has come to. */
    default boolean follows(Alert alert) {
        return follows().contains(alert.state()) && (alert.latched() || isByPeople());
    }

    /** People may step when corrections have taken an alert's ground away; nothing else is to be said of it then. */
    private boolean isByPeople() {
        return switch (this) {
            case Acknowledge _, Assess _, Close _ -> true;
            case Supersede _, PromiseAnew _ -> false;
        };
    }

    /** The version to which it leads. */
    default Alert after(Alert alert, String by, Instant at) {
        return switch (this) {
            case Acknowledge _ -> alert.after(step(AlertState.ACKNOWLEDGED, at, by, null, null));
            case Assess(Assessment assessment, String reason) ->
                alert.after(step(AlertState.ASSESSED, at, by, reason, assessment));
            case Close(String reason) -> alert.after(step(AlertState.CLOSED, at, by, reason, null));
            case Supersede(Superseded figures, String reason) ->
                alert.after(step(AlertState.SUPERSEDED, at, by, reason, null), figures);
            case PromiseAnew(Promised promised, String reason) ->
                alert.after(step(alert.state(), at, by, reason, null), promised.promise(), promised.remarks());
        };
    }

    private static AlertStep step(
            AlertState state, Instant at, String by, @Nullable String reason, @Nullable Assessment assessment) {
        return new AlertStep(state, at, by, reason, assessment);
    }
}
