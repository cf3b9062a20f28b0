package io.dripline.reporting.opinion;

import io.dripline.contracts.alert.WeekCount;
import io.dripline.reporting.monitor.MonitorsConfig;
import io.dripline.reporting.opinion.CriticalValues.Plan;
import io.dripline.reporting.opinion.CusumRunLengths.Lengths;
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

    private final CriticalValues criticalValues;
    private final CusumRunLengths runLengths;
    private final int horizon;

    GiveSecondOpinions(CriticalValues criticalValues, CusumRunLengths runLengths, MonitorsConfig config) {
        this.criticalValues = criticalValues;
        this.runLengths = runLengths;
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
                ExactTail.upper(all, p0), maxSprt(p0, 1 / threshold, counts, patience), cusum(p0, counts, patience));
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

    private @Nullable CusumOpinion cusum(double p0, List<Counts> weeks, Patience patience) {
        BernoulliCusum cusum = CusumRunLengths.beside(p0);
        if (cusum == null) {
            return null;
        }
        CusumPath path = CusumPath.of(cusum, weeks);
        Lengths lengths = runLengths.of(cusum, patience);
        return new CusumOpinion(
                path.sum(),
                path.largest(),
                cusum.oddsRatio(),
                cusum.limit(),
                lengths == null ? null : lengths.inControl(),
                lengths == null ? null : lengths.shifted(),
                path.reached(cusum));
    }
}
