package io.dripline.intake.clinicweek;

import io.dripline.intake.progress.WatchRelays;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Down while clinic-weeks do not follow sessions and tallies, or cannot be published. Reports are taken all the same. */
@Wellness
@ApplicationScoped
class ClinicWeeksHealth implements HealthCheck {

    private final DeriveClinicWeeks derive;
    private final PublishClinicWeeks publish;
    private final WatchRelays watchRelays;

    ClinicWeeksHealth(DeriveClinicWeeks derive, PublishClinicWeeks publish, WatchRelays watchRelays) {
        this.derive = derive;
        this.publish = publish;
        this.watchRelays = watchRelays;
    }

    @Override
    public HealthCheckResponse call() {
        String failure = derive.failure() == null ? publish.status().failure() : derive.failure();
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("clinic-weeks").status(failure == null && !watchRelays.clinicWeeksAreStuck());
        if (failure != null) {
            response.withData("failure", "clinic-weeks do not follow, which is tried again; the log says why");
        } else if (watchRelays.clinicWeeksAreStuck()) {
            response.withData("failure", "clinic-weeks wait, and none is published by any instance");
        }
        return response.build();
    }
}
