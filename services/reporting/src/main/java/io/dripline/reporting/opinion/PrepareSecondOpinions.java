package io.dripline.reporting.opinion;

import io.dripline.reporting.monitor.Monitors;
import io.dripline.reporting.monitor.MonitorsConfig;
import io.dripline.reporting.opinion.CriticalValues.Plan;
import io.dripline.statistics.BernoulliCusum;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;

/** Computes what second opinions on the monitors that there are need, behind the start, before anybody asks. */
@ApplicationScoped
class PrepareSecondOpinions {

    private static final long AFTER_START_SECONDS = 30;

    private final Jdbi jdbi;
    private final Monitors monitors;
    private final MonitorsConfig config;
    private final CriticalValues criticalValues;
    private final CusumRunLengths runLengths;
    private final ScheduledExecutorService behind = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("prepare-second-opinions").factory());

    PrepareSecondOpinions(
            Jdbi jdbi,
            Monitors monitors,
            MonitorsConfig config,
            CriticalValues criticalValues,
            CusumRunLengths runLengths) {
        this.jdbi = jdbi;
        this.monitors = monitors;
        this.config = config;
        this.criticalValues = criticalValues;
        this.runLengths = runLengths;
    }

    /** Not at once: a service that starts again has counts to apply, and what is asked for is begun by who asks. */
    void prepareSoon(@Observes StartupEvent event) {
        var _ = behind.schedule(this::prepare, AFTER_START_SECONDS, TimeUnit.SECONDS);
        // Its thread ends with that.
        behind.shutdown();
    }

    void stop(@Observes ShutdownEvent event) {
        behind.shutdownNow();
    }

    /** Whether it is still to be done, or under way. */
    boolean waits() {
        return !behind.isTerminated();
    }

    private void prepare() {
        jdbi.withHandle(monitors::all).forEach(monitor -> {
            Double p0 = monitor.p0();
            if (p0 != null) {
                criticalValues.begin(new Plan(p0, 1 / monitor.threshold(), config.horizon()));
                BernoulliCusum cusum = CusumRunLengths.beside(p0);
                if (cusum != null) {
                    runLengths.begin(cusum);
                }
            }
        });
    }
}
