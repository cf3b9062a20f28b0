package io.dripline.intake.publication;

import io.dripline.relay.RelayStatus;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Down while nothing can be published. Not a matter of readiness: reports are taken all the same. */
@Wellness
@ApplicationScoped
class PublicationHealth implements HealthCheck {

    private final PublishSessions publishSessions;

    PublicationHealth(PublishSessions publishSessions) {
        this.publishSessions = publishSessions;
    }

    @Override
    public HealthCheckResponse call() {
        RelayStatus status = publishSessions.status();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("publication")
                .status(status.failure() == null)
                .withData("active", status.active());
        if (status.failure() != null) {
            response.withData("failure", "publishing stopped and is tried again; the log says at which row and why");
        }
        return response.build();
    }
}
