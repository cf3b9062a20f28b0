package io.dripline.reporting.superseding;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Down while alerts cannot be looked at again. Not a matter of readiness: they stand meanwhile, and new ones are raised. */
@Wellness
@ApplicationScoped
class SupersedingHealth implements HealthCheck {

    private final SupersedeAlerts supersedeAlerts;

    SupersedingHealth(SupersedeAlerts supersedeAlerts) {
        this.supersedeAlerts = supersedeAlerts;
    }

    @Override
    public HealthCheckResponse call() {
        SupersedeAlerts.Status status = supersedeAlerts.status();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("superseding")
                .status(status.failure() == null)
                .withData("standing", status.standing())
                .withData("untold", status.untold());
        if (status.failure() != null) {
            response.withData(
                    "failure",
                    "some or all standing alerts are not looked at again, which is tried again; the log says why");
        }
        return response.build();
    }
}
