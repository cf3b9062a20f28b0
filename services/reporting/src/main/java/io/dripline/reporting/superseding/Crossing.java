package io.dripline.reporting.superseding;

import java.time.Instant;

/**
 * Which sessions an alert was raised on.
 *
 * @param receivedUntil those received later are not among them
 * @param storedUntil nor are those of which nothing had been coded by then, received earlier though they may have been
 */
record Crossing(Instant receivedUntil, Instant storedUntil) {}
