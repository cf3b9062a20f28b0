package io.dripline.reporting.notification;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * A note on who cannot be told. Down while deliveries are not made, and never because they do not arrive: a recipient's server is
 * not ours, and alerts are latched and shown all the same.
 */
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
                .status(status.failure() == null)
                .withData("waiting", status.count(DeliveryState.WAITING))
                .withData("parked", status.count(DeliveryState.PARKED));
        if (!status.failing().isEmpty()) {
            response.withData("failing", status.failing().size());
        }
        if (status.failure() != null) {
            response.withData("failure", "deliveries are not made, which is tried again; the log says why");
        }
        return response.build();
    }
}
