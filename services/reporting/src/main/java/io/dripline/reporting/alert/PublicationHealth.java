package io.dripline.reporting.alert;

import io.dripline.relay.RelayStatus;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Down while no alert can be published, or none is although some wait. Not a matter of readiness: alerts are latched and shown all the same. */
@Wellness
@ApplicationScoped
class PublicationHealth implements HealthCheck {

    private final PublishAlerts publishAlerts;
    private final WatchAlerts watchAlerts;

    PublicationHealth(PublishAlerts publishAlerts, WatchAlerts watchAlerts) {
        this.publishAlerts = publishAlerts;
        this.watchAlerts = watchAlerts;
    }

    @Override
    public HealthCheckResponse call() {
        RelayStatus status = publishAlerts.status();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("publication")
                .status(status.failure() == null && !watchAlerts.areStuck())
                .withData("active", status.active());
        if (status.failure() != null) {
            response.withData("failure", "publishing stopped and is tried again; the log says at which row and why");
        } else if (watchAlerts.areStuck()) {
            response.withData("failure", "versions of alerts wait, and none is published by any instance");
        }
        return response.build();
    }
}
