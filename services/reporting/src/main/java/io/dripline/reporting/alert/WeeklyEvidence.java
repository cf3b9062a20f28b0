package io.dripline.reporting.alert;

import io.dripline.contracts.alert.AlertEvidence;
import io.dripline.contracts.alert.WeekCount;
import io.dripline.contracts.alert.WeekEvidence;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.statistics.BetaPrior;
import io.dripline.statistics.Counts;
import io.dripline.statistics.EProcess;
import io.dripline.statistics.MixtureEvidence;
import io.dripline.statistics.MixtureWeights;
import io.dripline.statistics.WeeklyMixture;
import java.util.ArrayList;
import java.util.List;

/**
 * A monitor's evidence from its counts by week. The same counts give the same bits, so what an alert keeps can be
 * checked at any time.
 *
 * @param lnE natural logarithm of the mixture e-value
 * @param highSince the week from which the evidence for an excess is strongest
 */
public record WeeklyEvidence(double lnE, IsoWeek highSince) {

    /**
     * Judges counts by week.
     *
     * @param firstCounted the week from which the mixture counts; earlier weeks enter its start term only
     * @param weeks ascending, each week once; a week that is left out has no exposure
     */
    public static WeeklyEvidence of(WeeklyMixture mixture, IsoWeek firstCounted, List<WeekCount> weeks) {
        Arranged counts = Arranged.of(firstCounted, weeks);
        MixtureEvidence evidence = mixture.evidence(counts.before(), counts.since());
        return new WeeklyEvidence(
                evidence.lnE(), firstCounted.plus(firstExposedFrom(evidence.highSince(), counts.since())));
    }

    /**
     * ln E as it stood after each of the weeks; the last is that of all.
     *
     * @param firstCounted as of {@link #of}
     * @param weeks as of {@link #of}
     */
    static List<WeekEvidence> byWeek(WeeklyMixture mixture, IsoWeek firstCounted, List<WeekCount> weeks) {
        Arranged counts = Arranged.of(firstCounted, weeks);
        List<Double> since = mixture.evidenceByWeek(counts.before(), counts.since());
        List<WeekEvidence> points = new ArrayList<>();
        Counts before = Counts.ZERO;
        for (WeekCount week : weeks) {
            int index = (int) firstCounted.weeksUntil(week.week());
            if (index < 0) {
                before = before.plus(new Counts(week.exposed(), week.affected()));
            }
            double lnE = index < 0 ? mixture.evidence(before, List.of()).lnE() : since.get(index);
            points.add(new WeekEvidence(week.week(), lnE));
        }
        return points;
    }

    /** Counts as the mixture takes them: all before the first counted week, and those since without gaps. */
    private record Arranged(Counts before, List<Counts> since) {

        static Arranged of(IsoWeek firstCounted, List<WeekCount> weeks) {
            Counts before = Counts.ZERO;
            List<Counts> since = new ArrayList<>();
            for (WeekCount week : weeks) {
                Counts counts = new Counts(week.exposed(), week.affected());
                long index = firstCounted.weeksUntil(week.week());
                if (index < 0) {
                    before = before.plus(counts);
                    continue;
                }
                while (since.size() < index) {
                    since.add(Counts.ZERO);
                }
                since.add(counts);
            }
            return new Arranged(before, since);
        }
    }

    /** Weeks without exposure say what the next week with exposure says. */
    private static int firstExposedFrom(int index, List<Counts> weeks) {
        int exposed = index;
        while (exposed < weeks.size() && weeks.get(exposed).exposed() == 0) {
            exposed++;
        }
        return exposed < weeks.size() ? exposed : index;
    }

    /** Computes again what an alert was raised on. */
    public static WeeklyEvidence of(AlertEvidence kept) {
        return of(mixture(kept), kept.firstCountedWeek(), kept.weeks());
    }

    static WeeklyMixture mixture(AlertEvidence kept) {
        return new WeeklyMixture(
                new EProcess(kept.p0(), new BetaPrior(kept.priorA(), kept.priorB())),
                new MixtureWeights(kept.startWeight(), kept.laterHalfWithin()));
    }
}
