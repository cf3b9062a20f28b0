package io.dripline.reporting.superseding;

import java.time.Instant;

/**
 * Which sessions an alert was raised on.
 *
 * @param receivedUntil those received later are not among them
 * @param storedUntil nor are those of which nothing had been coded by then, received earlier though they may have been; and
 *     the others are in the state of then where it is asked what they were judged to be
 */
record Crossing(Instant receivedUntil, Instant storedUntil) {}
