package io.dripline.reporting.alert;

import io.dripline.contracts.alert.Alert;

/** What became of a step. */
public sealed interface StepOutcome {

    /** It is stored. @param alert as it is now */
    record Taken(Alert alert) implements StepOutcome {}

    /** Somebody else took a step since. @param alert as it is now */
    record Stale(Alert alert) implements StepOutcome {}

    /** It does not follow what the alert has come to. @param alert as it is now */
    record OutOfTurn(Alert alert) implements StepOutcome {}

    /** There is no such alert. */
    record Unknown() implements StepOutcome {}
}
