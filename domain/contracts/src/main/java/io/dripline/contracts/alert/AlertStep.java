package io.dripline.contracts.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of an alert: what it became, when, by whom, and why where a reason was asked for.
 *
 * @param by a person's user name, or {@link #DRIPLINE}
 * @param assessment what it was found to be at this step; null at steps that assess nothing
 */
public record AlertStep(
        AlertState state,
        Instant at,
        String by,
        @Nullable String reason,
        @Nullable Assessment assessment) {

    /** Who takes the steps that no person takes. */
    public static final String DRIPLINE = "dripline";
}
