package io.dripline.reporting.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dripline.reporting.alert.AlertSummary;
import io.dripline.reporting.digest.Digest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The JSON that a webhook gets.
 *
 * @param delivery its id, the same at every try
 * @param type {@code alert} or {@code digest}
 * @param notedAt when the delivery was made, the same at every try
 * @param alert as {@code /api/alerts} lists it; only with type alert
 * @param digest as {@code /api/digest} answers it; only with type digest
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookBody(
        UUID delivery,
        String type,
        Occasion occasion,
        Instant notedAt,
        @Nullable AlertSummary alert,
        @Nullable Digest digest) {

    static WebhookBody of(Delivery delivery, Notice notice) {
        return switch (notice) {
            case Notice.OfAlert(Occasion occasion, AlertSummary alert) ->
                new WebhookBody(delivery.id(), "alert", occasion, delivery.createdAt(), alert, null);
            case Notice.OfDigest(Digest digest) ->
                new WebhookBody(delivery.id(), "digest", Occasion.DIGEST, delivery.createdAt(), null, digest);
        };
    }
}
