package io.dripline.reporting.incidence;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether the counts can be trusted to be current: ready once caught up, and again once caught up after a failure. A
 * standby answers from what the active instance applies. While a new generation is counted the former one is shown,
 * which stands still and says so by its time: ready too.
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

    /** After a failure its reason stays until caught up. */
    void catchingUp() {
        if (sound) {
            state = "catching up";
        }
    }

    void caughtUp() {
        caughtUpOnce = true;
        enter("current", true);
    }

    void showingTheFormer(int next, String reason) {
        caughtUpOnce = true;
        enter("generation %d is being counted, the one before is shown as it was: %s".formatted(next, reason), true);
    }

    void failed(String reason) {
        enter(reason, false);
    }

    private void enter(String newState, boolean isSound) {
        state = newState;
        sound = isSound;
    }
}
