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
    private final WatchClinicWeeks watchClinicWeeks;

    CompletenessHealth(FollowClinicWeeks followClinicWeeks, WatchClinicWeeks watchClinicWeeks) {
        this.followClinicWeeks = followClinicWeeks;
        this.watchClinicWeeks = watchClinicWeeks;
    }

    @Override
    public HealthCheckResponse call() {
        String failure = followClinicWeeks.failure();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("clinic-weeks applied")
                .status(failure == null && !watchClinicWeeks.areStuck());
        if (failure != null) {
            response.withData("failure", "clinic-weeks are not applied, which is tried again; the log says why");
        } else if (watchClinicWeeks.areStuck()) {
            response.withData("failure", "clinic-weeks wait, and none is applied by any instance");
        }
        return response.build();
    }
}
