package io.dripline.statistics;

import java.util.OptionalLong;
import java.util.function.LongFunction;

/**
 * How many exposures more would bring an e-process to its threshold, for whoever plans. Nothing of it enters a verdict.
 *
 * @param process the evidence
 * @param threshold on the scale of E, 1 or more, see {@link VilleInequality#threshold}
 */
public record UntilAlert(EProcess process, double threshold) {

    /** What lies further off says nothing to anybody who plans. */
    public static final long FURTHEST = 1_000_000_000;

    public UntilAlert {
        if (!(threshold >= 1 && threshold < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the threshold for E must be finite and at least 1, found " + threshold);
        }
    }

    /**
     * The fewest further exposures that alert if all of them are affected: E grows with each.
     *
     * @return 0 where E is there already; empty beyond {@link #FURTHEST}
     */
    public OptionalLong ifAllAreAffected(Counts counts) {
        return fewest(1, further -> counts.plus(new Counts(further, further)));
    }

    /**
     * About how many further exposures alert if the affected keep their share: E then grows in the long run where that
     * share exceeds the null, and never gets there where it does not. Between two affected exposures E falls, so that a few
     * exposures earlier it may already have been there.
     *
     * @param counts at least one exposure
     * @return 0 where E is there already; empty at a share that does not exceed the null, and beyond {@link #FURTHEST}
     */
    public OptionalLong atTheSameRate(Counts counts) {
        Expect.someExposure(counts);
        double rate = (double) counts.affected() / counts.exposed();
        if (process.lnE(counts) < StrictMath.log(threshold) && rate <= process.p0()) {
            return OptionalLong.empty();
        }
        return fewest(counts.exposed(), further -> {
            long exposed = Math.addExact(counts.exposed(), further);
            // In whole numbers: the share as a double may be a little less, and lose an affected exposure.
            long more = Math.multiplyExact(counts.affected(), further) / counts.exposed();
            return new Counts(exposed, counts.affected() + more);
        });
    }

    /** @param step the first to be tried, then twice that and so on */
    private OptionalLong fewest(long step, LongFunction<Counts> after) {
        if (reaches(after.apply(0))) {
            return OptionalLong.of(0);
        }
        long below = 0;
        long reached = Math.min(step, FURTHEST);
        while (!reaches(after.apply(reached))) {
            if (reached == FURTHEST) {
                return OptionalLong.empty();
            }
            below = reached;
            reached = Math.min(2 * reached, FURTHEST);
        }
        while (reached - below > 1) {
            long middle = below + (reached - below) / 2;
            if (reaches(after.apply(middle))) {
                reached = middle;
            } else {
                below = middle;
            }
        }
        return OptionalLong.of(reached);
    }

    private boolean reaches(Counts counts) {
        return process.lnE(counts) >= StrictMath.log(threshold);
    }
}
