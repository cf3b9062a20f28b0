package io.dripline.reporting.opinion;

import org.jspecify.annotations.Nullable;

/**
 * Other methods' answers, shown beside the verdict and never mixed with it; null where there is no null incidence, nothing
 * was counted, or the method does not reach.
 *
 * @param exactTail P(X >= affected) if p0 were true, at this one look
 * @param maxSprt the binomial MaxSPRT up to the stated horizon
 * @param cusum the Bernoulli CUSUM, for a change after a good period
 */
public record SecondOpinions(
        @Nullable Double exactTail,
        @Nullable MaxSprtOpinion maxSprt,
        @Nullable CusumOpinion cusum) {

    /** Whether nothing of it is still being computed. */
    public boolean computed() {
        return (maxSprt == null || maxSprt.criticalValue() != null) && (cusum == null || cusum.arlInControl() != null);
    }

    /** Where there is nothing to hold counts against. */
    public static final SecondOpinions NONE = new SecondOpinions(null, null, null);

    /**
     * The binomial maximised sequential probability ratio test (Kulldorff et al. 2011), looked at after each counted week up
     * to its horizon, with the alpha of the monitor. Its critical value allows for a look after every exposure, so fewer looks
     * keep the promise too. Null where the first counted week alone goes beyond the horizon.
     *
     * @param llr log-likelihood ratio at the last look; 0 unless the rate lies above p0
     * @param exposed exposures at that look, at most the horizon; what comes later is not tested any more
     * @param criticalValue a signal lies above it; null for the seconds until it has been computed
     * @param horizon exposures after which the test ends
     * @param alpha probability of a false signal up to the horizon: the monitor's share of the installation's
     * @param signals whether the ratio lay above the critical value at any look; null with the critical value
     */
    public record MaxSprtOpinion(
            double llr,
            long exposed,
            @Nullable Double criticalValue,
            int horizon,
            double alpha,
            @Nullable Boolean signals) {}

    /**
     * The log-likelihood-ratio CUSUM (Steiner et al. 2000). Within a week the order of exposures is not known: the affected
     * are taken to be spread evenly. Null where p0 lies outside 0.001 to 0.999.
     *
     * @param sum S after the last exposure, 0 or more
     * @param largest the largest that S was
     * @param oddsRatio R, the odds ratio that it is tuned to
     * @param limit h: it signals once S reaches it
     * @param arlInControl mean exposures to a signal where the rate is p0; null for the moments until it has been computed
     * @param arlShifted mean exposures to a signal where the odds are R times those of p0; null with the other
     * @param signals whether S reached the limit
     */
    public record CusumOpinion(
            double sum,
            double largest,
            double oddsRatio,
            double limit,
            @Nullable Double arlInControl,
            @Nullable Double arlShifted,
            boolean signals) {}
}
