package io.dripline.reporting.notification;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** A note on who cannot be told. Never down: a recipient's server is not ours, and alerts are latched and shown all the same. */
@Wellness
@ApplicationScoped
class NotificationHealth implements HealthCheck {

    private final NotificationStatus status;

    NotificationHealth(NotificationStatus status) {
        this.status = status;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("notifications")
                .up()
                .withData("waiting", status.count(DeliveryState.WAITING))
                .withData("parked", status.count(DeliveryState.PARKED));
        if (!status.failing().isEmpty()) {
            response.withData("failing", status.failing().size());
        }
        return response.build();
    }
}
