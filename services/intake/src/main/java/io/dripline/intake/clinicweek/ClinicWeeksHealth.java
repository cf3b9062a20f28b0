package io.dripline.intake.clinicweek;

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

    ClinicWeeksHealth(DeriveClinicWeeks derive, PublishClinicWeeks publish) {
        this.derive = derive;
        this.publish = publish;
    }

    @Override
    public HealthCheckResponse call() {
        String failure = derive.failure() == null ? publish.status().failure() : derive.failure();
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("clinic-weeks").status(failure == null);
        if (failure != null) {
            response.withData("failure", "clinic-weeks do not follow, which is tried again; the log says why");
        }
        return response.build();
    }
}
