package io.dripline.reporting.notification;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people are told of. Acknowledging and assessing are not among it: whoever does that knows, and the stream and the
 * topic say it all the same.
 */
public enum Occasion {
    RAISED,
    /** The counts up to the crossing, as they stand now, no longer reach the threshold. */
    SUPERSEDED,
    CLOSED,
    PROMISE_CHANGED,
    DIGEST;

    /**
     * What a version of an alert is to people; empty if nothing.
     *
     * @param before the version before it, null for the first
     */
    static Optional<Occasion> of(@Nullable Alert before, Alert now) {
        if (before == null) {
            return Optional.of(RAISED);
        }
        if (before.state() != now.state()) {
            if (now.state() == AlertState.SUPERSEDED) {
                return Optional.of(SUPERSEDED);
            }
            if (now.state() == AlertState.CLOSED) {
                return Optional.of(CLOSED);
            }
        }
        return before.promise() == now.promise() ? Optional.empty() : Optional.of(PROMISE_CHANGED);
    }
}
