package io.dripline.reporting.incidence;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * Whether the counts can be trusted to be current: ready once caught up, and again once caught up after a failure. A
 * standby answers from what the active instance applies. While a new generation is counted the former one is shown,
 * which stands still and says so by its time: ready too.
 */
@Readiness
@ApplicationScoped
public class FollowingStatus implements HealthCheck {

    private static final String STANDING_BY = "standing by: another instance applies";
    private static final String CURRENT = "current";

    private volatile boolean caughtUpOnce;
    private volatile String state = "starting";
    private volatile boolean sound = true;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("incidence applied")
                .status(isFollowed())
                .withData("state", state)
                .build();
    }

    /** Whether the counts can be trusted to be current, as readiness says. */
    boolean isFollowed() {
        return caughtUpOnce && sound;
    }

    /** Why the counts may lag behind the topic; null while they do not, as far as this instance can know. */
    public @Nullable String whyNotCurrent() {
        String now = state;
        return now.equals(CURRENT) || now.equals(STANDING_BY) ? null : now;
    }

    /** Whether another instance applies and judges, or none does. */
    public boolean isStandingBy() {
        return state.equals(STANDING_BY);
    }

    void standingBy() {
        caughtUpOnce = true;
        enter(STANDING_BY, true);
    }

    /** After a failure its reason stays until caught up. */
    void catchingUp() {
        if (sound) {
            state = "catching up";
        }
    }

    void caughtUp() {
        caughtUpOnce = true;
        enter(CURRENT, true);
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
