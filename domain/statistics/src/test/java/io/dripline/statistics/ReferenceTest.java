package io.dripline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every value against an independent implementation; what each came from is in the file's source column. */
class ReferenceTest {

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvFileSource(resources = "reference.csv", useHeadersInDisplayName = false, numLinesToSkip = 1)
    void agreesWithTheReference(
            String id, String method, String command, String expected, String tolerance, String source) {
        ReferenceRow row = ReferenceRow.of(id, method, command, expected, tolerance);

        List<Double> found = answer(row);

        assertThat(found).hasSameSizeAs(row.expected());
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i)).as(source).isCloseTo(row.expected().get(i), within(row.tolerance(i)));
        }
    }

    private static List<Double> answer(ReferenceRow row) {
        double[] args = row.numbers();
        return switch (row.method()) {
            case "clopper_pearson_95" -> ends(ClopperPearson.interval(counts(args[1], args[0]), 0.95));
            case "wilson_95" -> ends(Wilson.interval(counts(args[1], args[0]), 0.95));
            case "cp_one_sided_upper_95_zero_events" -> List.of(ClopperPearson.upperLimit(counts(args[3], 0), 0.95));
            case "binomial_upper_tail_p" -> List.of(ExactTail.upper(counts(args[1], args[0]), args[2]));
            case "binomial_maxsprt_cv_and_exact_alpha" -> maxSprt(row);
            case "eprocess_logE_Beta(1,1)", "eprocess_logE_default_prior" ->
                List.of(process(row, args[2]).lnE(counts(args[0], args[1])));
            case "eprocess_min_x_to_signal" ->
                List.of((double) process(row, args[1]).smallestAffectedToAlert((long) args[0], 1 / last(args)));
            case "lower_confidence_sequence_Beta(1,1)" ->
                List.of(LowerConfidenceSequence.limit(counts(args[0], args[1]), new BetaPrior(1, 1), last(args)));
            case "eprocess_exact_false_alarm", "eprocess_exact_power" -> {
                EProcess process = process(row, args[0]);
                double threshold = 1 / args[args.length - 3];
                yield alarmed(n -> process.smallestAffectedToAlert(n, threshold), args[args.length - 2], last(args));
            }
            case "naive_repeated_binomial_false_alarm" ->
                alarmed(n -> smallestSignificant(n, args[0], args[1]), args[0], last(args));
            case "poisson_maxsprt_cv" -> List.of(poissonCriticalValue(row));
            case "poisson_maxsprt_power_ETsignal_ESampleSize" -> {
                PoissonMaxSprt.Performance performance = PoissonMaxSprt.performance(
                        row.named("SampleSize"), poissonCriticalValue(row), (int) row.named("M"), row.named("RR"));
                yield List.of(performance.power(), performance.meanTimeToSignal(), performance.meanTime());
            }
            case "bernoulli_cusum_ARL(p0,ORalt,ORtrue,h)" -> {
                BernoulliCusum cusum = new BernoulliCusum(args[0], args[1], args[3]);
                yield List.of(args[2] == 1 ? cusum.runLengthInControl() : cusum.runLengthShifted());
            }
            case "meta_logit_REML_HK_PI" -> {
                RandomEffects pooled = RandomEffects.pool(row.studies(), 0.95);
                Interval interval = pooled.predictionInterval();
                yield List.of(pooled.tau2(), pooled.estimate(), pooled.se(), interval.low(), interval.high());
            }
            case "meta_logit_DL_z_PI" -> momentsWithNormalInterval(Logits.of(row.studies()));
            case "funnel_phi_tau2_maxAdjZ" -> {
                OverdispersedFunnel funnel = OverdispersedFunnel.of(row.studies());
                yield List.of(
                        funnel.phi(),
                        funnel.tau2(),
                        funnel.z().stream().max(Double::compare).orElseThrow());
            }
            case "betabinomial_predictive_tail" ->
                List.of(PredictiveTail.upper(counts(args[1], args[0]), new BetaPrior(args[2], args[3])));
            case "eBH_number_rejected" -> {
                List<Double> lnE =
                        row.vectors().getFirst().stream().map(Math::log).toList();
                yield List.of(
                        (double) EBenjaminiHochberg.rejected(lnE, last(args)).size());
            }
            default -> throw new IllegalStateException("no test for " + row.method());
        };
    }

    private static List<Double> maxSprt(ReferenceRow row) {
        int horizon = (int) row.named("N");
        double p0 = row.named("p");
        int minimum = (int) row.named("M");
        double critical = BinomialMaxSprt.criticalValue(horizon, p0, row.named("alpha"), minimum);
        return List.of(critical, BinomialMaxSprt.falseAlarmProbability(horizon, p0, critical, minimum));
    }

    private static double poissonCriticalValue(ReferenceRow row) {
        return PoissonMaxSprt.criticalValue(row.named("SampleSize"), row.named("alpha"), (int) row.named("M"));
    }

    /** Not what is shown, but what the moment estimate, from which scoring starts, can be held against. */
    private static List<Double> momentsWithNormalInterval(Logits logits) {
        double tau2 = logits.momentEstimate();
        double estimate = logits.mean(tau2);
        double variance = 1 / logits.weight(tau2);
        double half = NormalDistribution.of(0, 1).inverseSurvivalProbability(0.025) * Math.sqrt(variance + tau2);
        return List.of(tau2, estimate, Math.sqrt(variance), proportion(estimate - half), proportion(estimate + half));
    }

    private static double proportion(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    private static EProcess process(ReferenceRow row, double p0) {
        return row.command().contains("bdef") ? EProcess.against(p0) : new EProcess(p0, new BetaPrior(1, 1));
    }

    private static List<Double> alarmed(LongUnaryOperator alarmFrom, double p, double horizon) {
        return List.of(new SequentialDesign(alarmFrom).at(p, (int) horizon).alarmed());
    }

    private static long smallestSignificant(long n, double p0, double alpha) {
        long x = 0;
        while (x <= n && ExactTail.upper(new Counts(n, x), p0) > alpha) {
            x++;
        }
        return x;
    }

    private static List<Double> ends(Interval interval) {
        return List.of(interval.low(), interval.high());
    }

    private static Counts counts(double exposed, double affected) {
        return new Counts((long) exposed, (long) affected);
    }

    private static double last(double[] numbers) {
        return Arrays.stream(numbers).reduce(Double.NaN, (before, next) -> next);
    }
}
