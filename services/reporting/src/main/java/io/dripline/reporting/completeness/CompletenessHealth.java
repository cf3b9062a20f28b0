package io.dripline.reporting.completeness;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Down while clinic-weeks are not followed: alerts are raised all the same, but their promise is not judged anew. */
@Wellness
@ApplicationScoped
class CompletenessHealth implements HealthCheck {

    private final FollowClinicWeeks followClinicWeeks;

    CompletenessHealth(FollowClinicWeeks followClinicWeeks) {
        this.followClinicWeeks = followClinicWeeks;
    }

    @Override
    public HealthCheckResponse call() {
        String failure = followClinicWeeks.failure();
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("clinic-weeks applied").status(failure == null);
        if (failure != null) {
            response.withData("failure", "clinic-weeks are not applied, which is tried again; the log says why");
        }
        return response.build();
    }
}
