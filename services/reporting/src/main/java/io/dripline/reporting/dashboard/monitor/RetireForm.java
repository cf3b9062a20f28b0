package io.dripline.reporting.dashboard.monitor;

import io.dripline.reporting.caller.ReadReason;
import org.jspecify.annotations.Nullable;

/**
 * The form that retires a monitor, empty or as it was filled in.
 *
 * @param reason as it was typed
 * @param refused why it was not taken, null where it was not sent
 * @param violation what is wrong with the reason, null if nothing is
 */
public record RetireForm(
        String reason, @Nullable String refused, @Nullable String violation) {

    static final RetireForm EMPTY = new RetireForm("", null, null);

    public int longestReason() {
        return ReadReason.LONGEST;
    }

    /** Whether no browser is to keep what it holds. */
    public boolean isForgotten() {
        return ReadReason.mayNameSomebody(reason);
    }
}
