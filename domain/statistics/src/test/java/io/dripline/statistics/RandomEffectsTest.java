package io.dripline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RandomEffectsTest {

    /** No variance of a fine grid has a higher restricted likelihood, however unequal the studies are. */
    @Property(tries = 300)
    void theVarianceIsTheMaximumOfTheRestrictedLikelihood(
            @ForAll @Size(min = 3, max = 8) List<@IntRange(min = 2, max = 1_000) Integer> exposed,
            @ForAll Random random) {
        List<Counts> studies = exposed.stream()
                .map(n -> new Counts(n, 1 + random.nextInt(n - 1)))
                .toList();

        double tau2 = RandomEffects.pool(studies, 0.95).tau2();

        double best = likelihood(studies, tau2);
        for (double other = 0; other < 20; other = 1.01 * other + 1e-4) {
            assertThat(likelihood(studies, other)).isLessThanOrEqualTo(best + 1e-9);
        }
    }

    /** Scoring from the moment estimate stops at 0.0046, the lower of two maxima. */
    @Test
    void theHigherOfTwoMaximaIsFound() {
        RandomEffects pooled = RandomEffects.pool(
                List.of(new Counts(228, 1), new Counts(850, 197), new Counts(879, 227), new Counts(587, 158)), 0.95);

        assertThat(pooled.tau2()).isCloseTo(3.36, within(0.01));
    }

    /** Scoring alternates between 0 and 0.08 here. */
    @Test
    void aMaximumBetweenTwoStepsIsFound() {
        RandomEffects pooled = RandomEffects.pool(
                List.of(
                        new Counts(8, 2),
                        new Counts(2, 1),
                        new Counts(4, 1),
                        new Counts(4, 1),
                        new Counts(18, 9),
                        new Counts(5, 1)),
                0.95);

        assertThat(pooled.tau2()).isCloseTo(0.0386, within(1e-4));
    }

    @Property
    void theModifiedIntervalHoldsThePlainOne(
            @ForAll @Size(min = 3, max = 8) List<@IntRange(min = 1, max = 49) Integer> affected) {
        RandomEffects pooled =
                RandomEffects.pool(affected.stream().map(x -> new Counts(50, x)).toList(), 0.95);

        assertThat(pooled.predictionIntervalModified().low())
                .isLessThanOrEqualTo(pooled.predictionInterval().low());
        assertThat(pooled.predictionIntervalModified().high())
                .isGreaterThanOrEqualTo(pooled.predictionInterval().high());
    }

    @Test
    void studiesThatAgreeHaveNoVarianceBetweenThem() {
        RandomEffects pooled = RandomEffects.pool(Collections.nCopies(5, new Counts(100, 20)), 0.95);

        assertThat(pooled.tau2()).isZero();
        assertThat(pooled.estimate()).isCloseTo(Math.log(0.25), within(1e-12));
        assertThat(pooled.se()).isZero();
        assertThat(pooled.predictionIntervalModified().high()).isGreaterThan(0.2);
    }

    @Test
    void twoStudiesAreTooFew() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RandomEffects.pool(List.of(new Counts(100, 8), new Counts(50, 3)), 0.95))
                .withMessage("expected at least 3 studies, found 2: fewer do not tell how studies differ");
    }

    @Test
    void aStudyWithoutAnyAffectedIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        RandomEffects.pool(List.of(new Counts(100, 8), new Counts(50, 0), new Counts(60, 4)), 0.95))
                .withMessage(
                        "study 2: expected some affected and some unaffected, since a logit needs both, found 0 of 50");
    }

    /** The restricted log-likelihood up to a constant, written out of its definition. */
    private static double likelihood(List<Counts> studies, double tau2) {
        double weights = 0;
        double weighted = 0;
        double lnDeterminant = 0;
        for (Counts study : studies) {
            double weight = 1 / (variance(study) + tau2);
            weights += weight;
            weighted += weight * logit(study);
            lnDeterminant -= Math.log(weight);
        }
        double mean = weighted / weights;
        double spread = studies.stream()
                .mapToDouble(study -> Math.pow(logit(study) - mean, 2) / (variance(study) + tau2))
                .sum();
        return -0.5 * (lnDeterminant + Math.log(weights) + spread);
    }

    private static double logit(Counts study) {
        return Math.log((double) study.affected() / study.unaffected());
    }

    private static double variance(Counts study) {
        return 1.0 / study.affected() + 1.0 / study.unaffected();
    }
}
