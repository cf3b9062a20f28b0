package io.dripline.reporting.opinion;

import io.dripline.statistics.BernoulliCusum;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** Mean run lengths of the CUSUM. Few nulls have two each; the longest take a tenth of a second. */
@ApplicationScoped
class CusumRunLengths {

    private static final int KEPT = 2_000;

    /** Tuned to a doubling of the odds. */
    static final double ODDS_RATIO = 2;

    /** At p0 = 0.08 it is reached after 2,942 exposures on average if nothing changes, and after 126 if the odds double. */
    static final double LIMIT = 4;

    /** Mean exposures to a signal: where nothing has changed, and where the odds are those that it is tuned to. */
    record Lengths(double inControl, double shifted) {}

    final ComputedBehind<BernoulliCusum, Lengths> values =
            new ComputedBehind<>("cusum-run-lengths", KEPT, CusumRunLengths::compute);

    void stop(@Observes ShutdownEvent event) {
        values.stop();
    }

    /** The CUSUM beside a monitor; null where it does not reach the monitor's null. */
    static @Nullable BernoulliCusum beside(double p0) {
        return p0 < BernoulliCusum.SMALLEST_P0 || p0 > 1 - BernoulliCusum.SMALLEST_P0
                ? null
                : new BernoulliCusum(p0, ODDS_RATIO, LIMIT);
    }

    /** Begins to compute them, unless they are there or begun. */
    void begin(BernoulliCusum cusum) {
        var _ = values.begin(cusum);
    }

    /** Both, or null if they are not there when the patience is at its end. */
    @Nullable
    Lengths of(BernoulliCusum cusum, Patience patience) {
        return values.of(cusum, patience);
    }

    private static Lengths compute(BernoulliCusum cusum) {
        return new Lengths(cusum.runLengthInControl(), cusum.runLengthShifted());
    }
}
