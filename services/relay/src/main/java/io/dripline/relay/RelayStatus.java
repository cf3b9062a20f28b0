package io.dripline.relay;

import org.jspecify.annotations.Nullable;

/**
 * What a relay is doing, for health and metrics.
 *
 * @param active whether this instance holds the lock and publishes; a standby does not
 * @param published records acknowledged by the broker since this instance started, repeats included
 * @param position what was stored last by this instance; the start if nothing was
 * @param failure why the last attempt failed, null while all is well
 */
public record RelayStatus(
        boolean active,
        long published,
        Position position,
        @Nullable String failure) {}
