package io.dripline.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Evidence that does not drown in good months: a mixture of the e-process over the week from which the rate may have
 * risen. Itself an e-process, so {@link VilleInequality} holds for it.
 *
 * <pre>
 * E = w_0 E(everything) + sum over k >= 1 of w_k E(exposures that started in week k or later)
 * </pre>
 *
 * Weeks still to come have seen nothing: each contributes its weight times 1. No term is left out, however small, so the
 * same counts give the same bits.
 *
 * @param process the evidence that is mixed
 * @param weights w, fixed before the data
 */
public record WeeklyMixture(EProcess process, MixtureWeights weights) {

    /**
     * The evidence of a monitor.
     *
     * @param p0 its null, inside (0, 1)
     */
    public static WeeklyMixture ofMonitor(double p0) {
        return new WeeklyMixture(new EProcess(p0, BetaPrior.ofMonitor(p0)), MixtureWeights.MONITOR);
    }

    /**
     * The evidence of all counts.
     *
     * @param before exposures that started before the first counted week but were received later; they enter the
     *     monitor's start term only
     * @param weeks element i: exposures that started i weeks after the first counted week; without gaps, a week without
     *     exposure is {@link Counts#ZERO}
     */
    public MixtureEvidence evidence(Counts before, List<Counts> weeks) {
        double lnPriorAboveNull = process.lnPriorAboveNull();
        double[] terms = new double[Math.max(1, weeks.size())];
        Counts since = Counts.ZERO;
        double lnE = 0;
        for (int k = weeks.size() - 1; k >= 1; k--) {
            Counts withWeek = since.plus(weeks.get(k));
            if (!withWeek.equals(since)) {
                since = withWeek;
                lnE = process.lnE(since, lnPriorAboveNull);
            }
            terms[k] = StrictMath.log(weights.of(k)) + lnE;
        }
        Counts all = weeks.isEmpty() ? before : since.plus(weeks.getFirst()).plus(before);
        terms[0] = StrictMath.log(weights.start()) + process.lnE(all, lnPriorAboveNull);

        return mix(terms, terms.length);
    }

    /**
     * ln E as it stood after each week: to the bit the evidence of the counts up to there. It goes on from week to week, and what
     * a week without exposure leaves as it is is not evaluated again; each other week is one more exposure to every start before it, so
     * n weeks take n (n + 1) / 2 evaluations.
     *
     * @param before as of {@link #evidence}
     * @param weeks as of {@link #evidence}
     */
    public List<Double> evidenceByWeek(Counts before, List<Counts> weeks) {
        double lnPriorAboveNull = process.lnPriorAboveNull();
        Counts[] since = new Counts[weeks.size()];
        double[] lnE = new double[weeks.size()];
        double[] lnWeights = new double[weeks.size()];
        double[] terms = new double[weeks.size()];
        List<Double> points = new ArrayList<>();
        for (int last = 0; last < weeks.size(); last++) {
            Counts week = weeks.get(last);
            since[last] = last == 0 ? before : Counts.ZERO;
            lnWeights[last] = StrictMath.log(weights.of(last));
            for (int k = last; k >= 0 && (last == 0 || !week.equals(Counts.ZERO)); k--) {
                since[k] = since[k].plus(week);
                lnE[k] = k < last && since[k].equals(since[k + 1])
                        ? lnE[k + 1]
                        : process.lnE(since[k], lnPriorAboveNull);
            }
            for (int k = 0; k <= last; k++) {
                terms[k] = lnWeights[k] + lnE[k];
            }
            points.add(mix(terms, last + 1).lnE());
        }
        return points;
    }

    /** @param terms logarithms of the weighted evidence since each of so many weeks */
    private MixtureEvidence mix(double[] terms, int weeks) {
        double toCome = StrictMath.log(weights.from(weeks));
        int highSince = 0;
        for (int k = 1; k < weeks; k++) {
            if (terms[k] > terms[highSince]) {
                highSince = k;
            }
        }
        double largest = Math.max(terms[highSince], toCome);
        double sum = StrictMath.exp(toCome - largest);
        for (int k = 0; k < weeks; k++) {
            sum += StrictMath.exp(terms[k] - largest);
        }
        return new MixtureEvidence(largest + StrictMath.log(sum), highSince);
    }
}
