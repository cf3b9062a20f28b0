package io.dripline.reporting.incidence;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether the counts can be trusted to be current: ready once caught up, and again whenever applying goes on after a
 * failure. A standby answers from what the active instance applies.
 */
@Readiness
@ApplicationScoped
class FollowingStatus implements HealthCheck {

    private volatile boolean caughtUpOnce;
    private volatile String state = "starting";
    private volatile boolean sound = true;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("incidence applied")
                .status(caughtUpOnce && sound)
                .withData("state", state)
                .build();
    }

    void standingBy() {
        caughtUpOnce = true;
        enter("standing by: another instance applies", true);
    }

    void catchingUp() {
        enter("catching up", true);
    }

    void caughtUp() {
        caughtUpOnce = true;
        enter("current", true);
    }

    void failed(String reason) {
        enter(reason, false);
    }

    private void enter(String newState, boolean isSound) {
        state = newState;
        sound = isSound;
    }
}
