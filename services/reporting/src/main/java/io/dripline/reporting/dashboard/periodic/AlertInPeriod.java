package io.dripline.reporting.dashboard.periodic;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertState;
import io.dripline.contracts.alert.AlertStep;
import java.time.Instant;
import java.util.List;

/** Whether an alert belongs into a report. */
final class AlertInPeriod {

    private AlertInPeriod() {}

    /** Whether it was raised or stepped on in the period, or still open when that was over. */
    static boolean concerns(Alert alert, Instant start, Instant end) {
        return isOpenAt(alert, end) || changedState(alert, start, end);
    }

    /** Whether it had been raised by a time and was neither closed nor superseded then, whatever it is now. */
    static boolean isOpenAt(Alert alert, Instant time) {
        List<AlertStep> until = alert.history().stream()
                .filter(step -> step.at().isBefore(time))
                .toList();
        if (until.isEmpty()) {
            return false;
        }
        AlertState state = until.getLast().state();
        return state != AlertState.CLOSED && state != AlertState.SUPERSEDED;
    }

    /** That a promise was judged anew changes no state, and is nobody's decision. */
    private static boolean changedState(Alert alert, Instant start, Instant end) {
        AlertStep before = null;
        for (AlertStep step : alert.history()) {
            boolean isIn = !step.at().isBefore(start) && step.at().isBefore(end);
            if (isIn && (before == null || before.state() != step.state() || step.assessment() != null)) {
                return true;
            }
            before = step;
        }
        return false;
    }
}
