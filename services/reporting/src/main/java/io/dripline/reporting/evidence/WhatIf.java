package io.dripline.reporting.evidence;

import io.dripline.reporting.caller.Violations;
import io.dripline.statistics.BetaPrior;
import io.dripline.statistics.BinomialMaxSprt;
import io.dripline.statistics.ClopperPearson;
import io.dripline.statistics.Counts;
import io.dripline.statistics.EProcess;
import io.dripline.statistics.ExactTail;
import io.dripline.statistics.LowerConfidenceSequence;
import io.dripline.statistics.VilleInequality;
import io.dripline.statistics.Wilson;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that a caller states.
 *
 * @param exposed 1 or more: without an exposure nothing can be assessed
 * @param p0 from 1e-300, below 1
 * @param alpha from 1e-300, below 1
 * @param a first shape of the prior, from 0.001 to 1,000,000, null for the default prior
 * @param b second shape of the prior, from 0.001 to 1,000,000, null for the default prior
 * @param horizon of the MaxSPRT, null for none
 */
public record WhatIf(
        long exposed,
        long affected,
        double p0,
        double alpha,
        @Nullable Double a,
        @Nullable Double b,
        @Nullable Integer horizon) {

    private static final double LEVEL = 0.95;
    private static final long MOST_EXPOSED = 1_000_000_000;
    /** The threshold 1 / alpha of a smaller alpha is no number, nor is what follows from a smaller p0. */
    private static final double SMALLEST_PROBABILITY = 1e-300;

    private static final double SMALLEST_SHAPE = 0.001;
    private static final double LARGEST_SHAPE = 1_000_000;

    /** Reads the parameters; what is wrong is noted, and the numbers are then of no use. */
    public static WhatIf read(
            Violations violations,
            @Nullable String exposed,
            @Nullable String affected,
            @Nullable String p0,
            @Nullable String alpha,
            @Nullable String a,
            @Nullable String b,
            @Nullable String horizon) {
        Reader reader = new Reader(violations);
        long exposedRead = reader.whole("exposed", exposed, 1);
        long affectedRead = reader.whole("affected", affected, 0);
        if (exposedRead >= 0 && affectedRead > exposedRead) {
            violations.broken("affected", "expected 0 to exposed, found %d of %d".formatted(affectedRead, exposedRead));
        }
        Integer horizonRead = reader.horizon(horizon);
        double alphaRead = reader.probability("alpha", alpha, 0.05);
        if (horizonRead != null && alphaRead >= SMALLEST_PROBABILITY && alphaRead < BinomialMaxSprt.SMALLEST_ALPHA) {
            violations.broken("alpha", "expected 1e-100 or more beside a horizon, found " + alphaRead);
        }
        if (missing(a) != missing(b)) {
            violations.broken(missing(a) ? "a" : "b", "expected a and b, or neither");
        }
        return new WhatIf(
                exposedRead,
                affectedRead,
                reader.probability("p0", p0, null),
                alphaRead,
                reader.shape("a", a),
                reader.shape("b", b),
                horizonRead);
    }

    /** The numbers as counts. */
    public Counts counts() {
        return new Counts(exposed, affected);
    }

    /** The e-process that is asked. */
    public EProcess process() {
        return new EProcess(p0, prior());
    }

    /** What the methods say. */
    public Evidence evidence() {
        Counts counts = counts();
        EProcess process = process();
        double lnE = process.lnE(counts);
        double threshold = VilleInequality.threshold(alpha, 1);
        return new Evidence(
                lnE,
                threshold,
                VilleInequality.alwaysValidP(lnE),
                ExactTail.upper(counts, p0),
                ClopperPearson.interval(counts, LEVEL),
                Wilson.interval(counts, LEVEL),
                LowerConfidenceSequence.limit(counts, prior(), alpha),
                process.smallestAffectedToAlert(counts.exposed(), threshold),
                horizon == null
                        ? null
                        : new Evidence.MaxSprt(
                                exposed > horizon ? null : BinomialMaxSprt.llr(counts, p0),
                                BinomialMaxSprt.criticalValue(horizon, p0, alpha, 1)));
    }

    private BetaPrior prior() {
        return a == null || b == null ? BetaPrior.defaultFor(p0) : new BetaPrior(a, b);
    }

    /** Stated without a value is not stated. */
    private static boolean missing(@Nullable String text) {
        return text == null || text.isEmpty();
    }

    private record Reader(Violations violations) {

        long whole(String field, @Nullable String text, long least) {
            if (text == null || missing(text)) {
                violations.broken(field, "missing");
                return -1;
            }
            long value = violations
                    .read(field, text, Long::valueOf, "a whole number")
                    .orElse(-1L);
            boolean isRead = value >= 0 || text.startsWith("-");
            if (isRead && (value < least || value > MOST_EXPOSED)) {
                violations.broken(field, "expected %d to %d, found %s".formatted(least, MOST_EXPOSED, text));
            }
            return value;
        }

        double probability(String field, @Nullable String text, @Nullable Double standard) {
            if (text == null || missing(text)) {
                if (standard == null) {
                    violations.broken(field, "missing");
                    return Double.NaN;
                }
                return standard;
            }
            Double value =
                    violations.read(field, text, Double::valueOf, "a number").orElse(null);
            if (value != null && !(value >= SMALLEST_PROBABILITY && value < 1)) {
                violations.broken(field, "expected a number inside (0, 1), 1e-300 or more, found " + text);
            }
            return value == null ? Double.NaN : value;
        }

        @Nullable
        Double shape(String field, @Nullable String text) {
            Double value =
                    violations.read(field, text, Double::valueOf, "a number").orElse(null);
            if (value != null && !(value >= SMALLEST_SHAPE && value <= LARGEST_SHAPE)) {
                violations.broken(field, "expected a number from 0.001 to 1000000, found " + text);
            }
            return value;
        }

        @Nullable
        Integer horizon(@Nullable String text) {
            Integer value = violations
                    .read("horizon", text, Integer::valueOf, "a whole number")
                    .orElse(null);
            if (value != null && !(value >= 1 && value <= BinomialMaxSprt.LONGEST_HORIZON)) {
                violations.broken(
                        "horizon", "expected 1 to %d, found %s".formatted(BinomialMaxSprt.LONGEST_HORIZON, text));
            }
            return value;
        }
    }
}
