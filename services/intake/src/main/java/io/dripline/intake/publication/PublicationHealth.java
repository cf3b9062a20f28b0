package io.dripline.intake.publication;

import io.dripline.intake.progress.WatchRelays;
import io.dripline.relay.RelayStatus;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Down while nothing can be published, or nothing is although rows wait. Not a matter of readiness: reports are taken all the same. */
@Wellness
@ApplicationScoped
class PublicationHealth implements HealthCheck {

    private final PublishSessions publishSessions;
    private final WatchRelays watchRelays;

    PublicationHealth(PublishSessions publishSessions, WatchRelays watchRelays) {
        this.publishSessions = publishSessions;
        this.watchRelays = watchRelays;
    }

    @Override
    public HealthCheckResponse call() {
        RelayStatus status = publishSessions.status();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("publication")
                .status(status.failure() == null && !watchRelays.sessionsAreStuck())
                .withData("active", status.active());
        if (status.failure() != null) {
            response.withData("failure", "publishing stopped and is tried again; the log says at which row and why");
        } else if (watchRelays.sessionsAreStuck()) {
            response.withData("failure", "versions of sessions wait, and none is published by any instance");
        }
        return response.build();
    }
}
