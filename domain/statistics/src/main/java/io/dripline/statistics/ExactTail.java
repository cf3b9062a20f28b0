package io.dripline.statistics;

/** The exact binomial tail: how unusual the counts are at one look that was planned beforehand. */
public final class ExactTail {

    private ExactTail() {}

    /**
     * P(X >= affected) for X ~ Binomial(exposed, p0), 0 to 1. No promise survives looking at it repeatedly.
     *
     * @param p0 inside (0, 1)
     */
    public static double upper(Counts counts, double p0) {
        Expect.insideUnit("p0", p0);
        if (counts.affected() == 0) {
            return 1;
        }
        return CutBeta.at(p0, counts.affected(), counts.unaffected() + 1.0).below();
    }
}
