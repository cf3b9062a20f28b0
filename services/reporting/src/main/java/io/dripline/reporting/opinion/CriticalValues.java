package io.dripline.reporting.opinion;

import io.dripline.statistics.BinomialMaxSprt;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/**
 * Critical values of the binomial MaxSPRT: computed exactly. Each takes some milliseconds and every share of alpha has
 * another.
 */
@ApplicationScoped
class CriticalValues {

    /** Of so many plans the values are kept: a few for each of more clinics than there are. */
    private static final int KEPT = 20_000;

    private static final int MINIMUM_AFFECTED = 1;

    /** What a critical value depends on. */
    record Plan(double p0, double alpha, int horizon) {}

    final ComputedBehind<Plan, Double> values = new ComputedBehind<>("critical-values", KEPT, CriticalValues::compute);

    void stop(@Observes ShutdownEvent event) {
        values.stop();
    }

    /** Begins to compute a value, unless it is there or begun. */
    void begin(Plan plan) {
        var _ = values.begin(plan);
    }

    /** The value, or null if it is not there when the patience is at its end. */
    @Nullable
    Double of(Plan plan, Patience patience) {
        return values.of(plan, patience);
    }

    private static double compute(Plan plan) {
        return BinomialMaxSprt.criticalValue(plan.horizon(), plan.p0(), plan.alpha(), MINIMUM_AFFECTED);
    }
}
