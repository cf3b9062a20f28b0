package io.dripline.reporting.notification;

import io.dripline.reporting.alert.AlertSummary;
import io.dripline.reporting.digest.Digest;

/** What a delivery says. It holds counts, and nothing of a patient or in a person's own words. */
sealed interface Notice {

    /** A version of an alert. */
    record OfAlert(Occasion occasion, AlertSummary alert) implements Notice {}

    /** A day's digest. */
    record OfDigest(Digest digest) implements Notice {}
}
