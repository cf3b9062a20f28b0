package io.dripline.statistics;

import java.util.List;

/**
 * Evidence that does not drown in good months: a mixture of the e-process over the week from which the rate may have
 * risen. Itself an e-process, so {@link VilleInequality} holds for it.
 *
 * <pre>
 * E = 0.8 E(everything) + sum over k >= 1 of 0.2 / (k (k+1)) E(exposures that started in week k or later)
 * </pre>
 *
 * Weeks still to come have seen nothing: each contributes its weight times 1.
 *
 * @param process the evidence that is mixed
 */
public record WeeklyMixture(EProcess process) {

    private static final double START = 0.8;
    private static final double LATER = 0.2;

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
            terms[k] = StrictMath.log(LATER / ((double) k * (k + 1))) + lnE;
        }
        Counts all = weeks.isEmpty() ? before : since.plus(weeks.getFirst()).plus(before);
        terms[0] = StrictMath.log(START) + process.lnE(all, lnPriorAboveNull);

        // The weights of all weeks from the m-th on sum to LATER / m.
        double toCome = StrictMath.log(LATER / terms.length);
        int highSince = 0;
        for (int k = 1; k < terms.length; k++) {
            if (terms[k] > terms[highSince]) {
                highSince = k;
            }
        }
        double largest = Math.max(terms[highSince], toCome);
        double sum = StrictMath.exp(toCome - largest);
        for (double term : terms) {
            sum += StrictMath.exp(term - largest);
        }
        return new MixtureEvidence(largest + StrictMath.log(sum), highSince);
    }
}
