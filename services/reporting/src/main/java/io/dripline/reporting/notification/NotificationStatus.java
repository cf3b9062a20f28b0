package io.dripline.reporting.notification;

import io.dripline.reporting.notification.Deliveries.Unsettled;
import io.dripline.reporting.notification.Recipient.Mailbox;
import io.dripline.reporting.notification.Recipient.Webhook;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How telling goes, for health and metrics; as it was a moment ago. */
@Startup
@ApplicationScoped
class NotificationStatus {

    private static final String MAIL = "mail";
    private static final String WEBHOOK = "webhook";
    private static final String DELIVERED = "delivered";
    private static final String FAILED = "failed";

    private final MeterRegistry metrics;
    private volatile List<Unsettled> unsettled = List.of();
    private volatile @Nullable String failure;

    NotificationStatus(MeterRegistry metrics) {
        this.metrics = metrics;
        for (String channel : List.of(MAIL, WEBHOOK)) {
            for (String outcome : List.of(DELIVERED, FAILED)) {
                tries(channel, outcome);
            }
        }
        metrics.gauge("dripline.notifications.waiting", this, status -> status.count(DeliveryState.WAITING));
        metrics.gauge("dripline.notifications.parked", this, status -> status.count(DeliveryState.PARKED));
    }

    void unsettled(List<Unsettled> now) {
        unsettled = List.copyOf(now);
    }

    /** @param failure why deliveries are not made or not counted; null if they are */
    void planned(@Nullable String failure) {
        this.failure = failure;
    }

    @Nullable
    String failure() {
        return failure;
    }

    void tried(Recipient recipient, Outcome outcome) {
        String channel = switch (recipient) {
            case Mailbox _ -> MAIL;
            case Webhook _ -> WEBHOOK;
        };
        String ended = switch (outcome) {
            case Outcome.Delivered _ -> DELIVERED;
            case Outcome.Failed _ -> FAILED;
        };
        tries(channel, ended).increment();
    }

    private Counter tries(String channel, String outcome) {
        return metrics.counter("dripline.notifications.tries", "channel", channel, "outcome", outcome);
    }

    int count(DeliveryState state) {
        return unsettled.stream()
                .filter(of -> of.state() == state)
                .mapToInt(Unsettled::count)
                .sum();
    }

    /** Recipients whose last try failed, or who have something parked. */
    List<String> failing() {
        return unsettled.stream()
                .filter(of -> of.state() == DeliveryState.PARKED || of.failures() > 0)
                .map(Unsettled::recipient)
                .distinct()
                .toList();
    }
}
