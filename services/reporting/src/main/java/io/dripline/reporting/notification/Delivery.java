package io.dripline.reporting.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One message to one recipient.
 *
 * @param id what a webhook gets as its idempotency key; the same at every try
 * @param recipient {@code mail:} and an address, or {@code webhook:} and its name in the settings
 * @param alert the alert told of, null for a digest
 * @param alertVersion the version told of, null for a digest
 * @param digest the day of the digest, null for an alert
 * @param tries begun so far, those before it was parked included
 * @param nextTryAt null unless it waits
 * @param lastError what the last try that failed met, in a line; null if none failed
 * @param retriedBy the officer who last had it tried again
 */
@Schema(requiredProperties = {"id", "recipient", "occasion", "state", "tries", "createdAt"})
public record Delivery(
        UUID id,
        String recipient,
        Occasion occasion,
        @Nullable UUID alert,
        @Nullable Integer alertVersion,
        @Nullable LocalDate digest,
        DeliveryState state,
        int tries,
        Instant createdAt,
        @Nullable Instant nextTryAt,
        @Nullable Instant deliveredAt,
        @Nullable String lastError,
        @Nullable Instant retriedAt,
        @Nullable String retriedBy) {}
