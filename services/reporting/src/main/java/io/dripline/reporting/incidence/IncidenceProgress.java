package io.dripline.reporting.incidence;

import io.dripline.contracts.Topics;
import io.dripline.progress.LookRegularly;
import io.dripline.progress.ProgressConfig;
import io.dripline.progress.Standing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Whether the incidence topic is followed step by step, and which generation is shown. Down while a step hangs, or none of what waits is
 * applied; that following ended is for {@link FollowingStatus} to say, and that another instance follows is no matter of this one.
 */
@Default // a check alone has no name to be asked for by
@Wellness
@Singleton
class IncidenceProgress implements HealthCheck, LookRegularly.Look {

    private record Counted(double shown, double next) {

        static final Counted NOTHING = new Counted(Double.NaN, Double.NaN);
    }

    private final Jdbi jdbi;
    private final Standing standing;
    private final ProgressConfig config;
    private volatile double waiting;
    private volatile Counted counted = Counted.NOTHING;
    private @Nullable LookRegularly looking;

    IncidenceProgress(Jdbi jdbi, ProgressConfig config, MeterRegistry metrics) {
        this.jdbi = jdbi;
        this.config = config;
        this.standing = new Standing(config.patience());
        Gauge.builder("dripline.consumer.waiting", this, me -> me.waiting)
                .baseUnit("records")
                .description("Committed records that were not taken off the topic yet")
                .tag("topic", Topics.INCIDENCE)
                .register(metrics);
        Gauge.builder("dripline.consumer.standing", standing, s -> s.time().toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("For how long none was taken although records wait")
                .tag("topic", Topics.INCIDENCE)
                .register(metrics);
        Gauge.builder("dripline.generation.shown", this, me -> me.counted.shown)
                .description("The generation of counts that is shown")
                .register(metrics);
        Gauge.builder("dripline.generation.next", this, me -> me.counted.next)
                .description("The generation that is counted beside it, as by a rebuild; 0 if none is")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        looking = new LookRegularly(config.interval(), List.of(this));
    }

    void stop(@Observes ShutdownEvent event) {
        if (looking != null) {
            looking.close();
        }
    }

    /** Before each step: a step that hangs does not come back to say so. */
    void stepping(ApplyIncidence applying) {
        waiting = applying.waiting();
        standing.seen(applying.moves(), true);
    }

    /** This instance does not follow any more. */
    void stopped() {
        waiting = 0;
        standing.unseen();
    }

    @Override
    public void look() {
        try {
            counted = jdbi.withHandle(handle -> handle.createQuery(
                            "select max(id) filter (where active) as shown, max(id) as newest from generation")
                    .map((row, context) -> {
                        int shown = row.getInt("shown");
                        int newest = row.getInt("newest");
                        return new Counted(shown, newest > shown ? newest : 0);
                    })
                    .one());
        } catch (RuntimeException e) {
            counted = Counted.NOTHING;
            throw e;
        }
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("counts move on").status(!standing.isStuck());
        if (standing.isStuck()) {
            answer.withData("failure", "changed counts wait, and none is applied; the log says why, if it is known");
        }
        return answer.build();
    }
}
