package io.dripline.statistics;

/**
 * What an e-process promises under continuous looks: P(E ever reaches 1/alpha) is at most alpha.
 *
 * <p>Source: J. Ville (1939), Etude critique de la notion de collectif.
 */
public final class VilleInequality {

    private VilleInequality() {}

    /**
     * Where an alert is raised, on the scale of E: 1 / (alpha * share). With shares that sum to at most 1, the
     * probability that any monitor ever alarms falsely is at most alpha.
     *
     * @param alpha family-wise error probability of the whole installation, inside (0, 1)
     * @param share this monitor's part of alpha, above 0 and at most 1
     */
    public static double threshold(double alpha, double share) {
        Expect.insideUnit("alpha", alpha);
        if (!(0 < share && share <= 1)) {
            throw new IllegalArgumentException("a share of alpha must be above 0 and at most 1, found " + share);
        }
        double threshold = 1 / alpha / share;
        if (threshold == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "a share of %s leaves nothing of alpha %s: no evidence could reach it".formatted(share, alpha));
        }
        return threshold;
    }

    /**
     * The always-valid p-value min(1, 1 / sup E).
     *
     * @param highestLnE the largest ln E seen so far, at any look
     */
    public static double alwaysValidP(double highestLnE) {
        if (Double.isNaN(highestLnE)) {
            throw new IllegalArgumentException("ln E is not a number");
        }
        return highestLnE <= 0 ? 1 : StrictMath.exp(-highestLnE);
    }
}
