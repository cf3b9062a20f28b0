package io.dripline.reporting.opinion;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.dripline.contracts.alert.WeekCount;
import io.dripline.reporting.monitor.MonitorsConfig;
import io.dripline.reporting.opinion.CriticalValues.Plan;
import io.dripline.reporting.opinion.SecondOpinions.CusumOpinion;
import io.dripline.reporting.opinion.SecondOpinions.MaxSprtOpinion;
import io.dripline.statistics.BernoulliCusum;
import io.dripline.statistics.BinomialMaxSprt;
import io.dripline.statistics.Counts;
import io.dripline.statistics.CusumPath;
import io.dripline.statistics.ExactTail;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the other methods about a monitor's counts by week. */
@ApplicationScoped
public class GiveSecondOpinions {

    /** Tuned to a doubling of the odds. */
    private static final double ODDS_RATIO = 2;

    /** At p0 = 0.08 it is reached after 2,942 exposures on average if nothing changes, and after 126 if the odds double. */
    private static final double LIMIT = 4;

    private static final int RUN_LENGTHS_KEPT = 2_000;

    private record RunLengths(double inControl, double shifted) {

        static RunLengths of(BernoulliCusum cusum) {
            return new RunLengths(cusum.runLengthInControl(), cusum.runLengthShifted());
        }
    }

    private final CriticalValues criticalValues;
    private final int horizon;

    /** Few nulls have one each; the longest takes a tenth of a second. */
    private final LoadingCache<BernoulliCusum, RunLengths> runLengths =
            Caffeine.newBuilder().maximumSize(RUN_LENGTHS_KEPT).build(RunLengths::of);

    GiveSecondOpinions(CriticalValues criticalValues, MonitorsConfig config) {
        this.criticalValues = criticalValues;
        this.horizon = config.horizon();
    }

    /**
     * @param p0 null incidence, inside (0, 1); null while there is none
     * @param threshold of the monitor's alert on the scale of E, above 1: alpha is one over it
     * @param weeks counts by week, ascending
     */
    public SecondOpinions about(@Nullable Double p0, double threshold, List<WeekCount> weeks, Patience patience) {
        List<Counts> counts = weeks.stream()
                .map(week -> new Counts(week.exposed(), week.affected()))
                .toList();
        Counts all = counts.stream().reduce(Counts.ZERO, Counts::plus);
        if (p0 == null || all.exposed() == 0) {
            return SecondOpinions.NONE;
        }
        return new SecondOpinions(
                ExactTail.upper(all, p0), maxSprt(p0, 1 / threshold, counts, patience), cusum(p0, counts));
    }

    private @Nullable MaxSprtOpinion maxSprt(double p0, double alpha, List<Counts> weeks, Patience patience) {
        Counts looked = Counts.ZERO;
        double llr = 0;
        double largest = 0;
        for (Counts week : weeks) {
            Counts next = looked.plus(week);
            if (next.exposed() > horizon) {
                break;
            }
            looked = next;
            llr = BinomialMaxSprt.llr(looked, p0);
            largest = Math.max(largest, llr);
        }
        if (looked.exposed() == 0) {
            return null;
        }
        Double critical = criticalValues.of(new Plan(p0, alpha, horizon), patience);
        return new MaxSprtOpinion(
                llr, looked.exposed(), critical, horizon, alpha, critical == null ? null : largest > critical);
    }

    private @Nullable CusumOpinion cusum(double p0, List<Counts> weeks) {
        if (p0 < BernoulliCusum.SMALLEST_P0 || p0 > 1 - BernoulliCusum.SMALLEST_P0) {
            return null;
        }
        BernoulliCusum cusum = new BernoulliCusum(p0, ODDS_RATIO, LIMIT);
        CusumPath path = CusumPath.of(cusum, weeks);
        RunLengths lengths = runLengths.get(cusum);
        return new CusumOpinion(
                path.sum(),
                path.largest(),
                ODDS_RATIO,
                LIMIT,
                lengths.inControl(),
                lengths.shifted(),
                path.reached(cusum));
    }
}
