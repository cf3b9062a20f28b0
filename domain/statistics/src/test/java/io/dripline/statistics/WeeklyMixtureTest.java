package io.dripline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeeklyMixtureTest {

    private static final WeeklyMixture MIXTURE = WeeklyMixture.ofMonitor(0.08);
    private static final EProcess PROCESS = MIXTURE.process();

    @Property
    void oneWeekIsThePlainEvidenceAtItsWeightAndTheRestStillToCome(@ForAll("week") Counts week) {
        double e = Math.exp(MIXTURE.evidence(Counts.ZERO, List.of(week)).lnE());

        double plain = Math.exp(PROCESS.lnE(week));
        assertThat(e).isCloseTo(0.7 * plain + 0.3, within(1e-12 * (1 + plain)));
    }

    @Property
    void isTheWeightedSumOfTheDefinition(@ForAll("week") Counts before, @ForAll("weeks") List<Counts> weeks) {
        double e = Math.exp(MIXTURE.evidence(before, weeks).lnE());

        double sum = 0.7 * Math.exp(PROCESS.lnE(total(weeks).plus(before)));
        double weightToCome = 0.3;
        for (int k = 1; k < weeks.size(); k++) {
            double weight = 0.3 * 26 / ((25.0 + k) * (26 + k));
            sum += weight * Math.exp(PROCESS.lnE(total(weeks.subList(k, weeks.size()))));
            weightToCome -= weight;
        }
        assertThat(e).isCloseTo(sum + weightToCome, within(1e-10 * (1 + sum)));
    }

    @Property
    void isAFairGameForTheNextExposureOfTheLastWeek(@ForAll("weeks") List<Counts> weeks) {
        double now = MIXTURE.evidence(Counts.ZERO, weeks).lnE();

        double ifAffected =
                MIXTURE.evidence(Counts.ZERO, withLast(weeks, new Counts(1, 1))).lnE();
        double ifNot =
                MIXTURE.evidence(Counts.ZERO, withLast(weeks, new Counts(1, 0))).lnE();

        assertThat(0.08 * Math.exp(ifAffected - now) + 0.92 * Math.exp(ifNot - now))
                .isCloseTo(1, within(1e-10));
    }

    @Property
    void aWeekThatBeginsChangesNothing(@ForAll("weeks") List<Counts> weeks) {
        List<Counts> withNext =
                Stream.concat(weeks.stream(), Stream.of(Counts.ZERO)).toList();

        double lnE = MIXTURE.evidence(Counts.ZERO, withNext).lnE();

        assertThat(lnE).isCloseTo(MIXTURE.evidence(Counts.ZERO, weeks).lnE(), within(1e-12));
    }

    @Property
    void recomputingGivesTheSameBits(@ForAll("week") Counts before, @ForAll("weeks") List<Counts> weeks) {
        MixtureEvidence first = MIXTURE.evidence(before, weeks);

        MixtureEvidence again = WeeklyMixture.ofMonitor(0.08).evidence(before, List.copyOf(weeks));

        assertThat(again).isEqualTo(first);
    }

    /** With weeks without exposure among them. */
    @Property
    void weekByWeekItHasTheBitsOfTheCountsUpToThere(
            @ForAll("week") Counts before, @ForAll("weeks") List<Counts> weeks) {
        List<Double> expected = new ArrayList<>();
        for (int last = 1; last <= weeks.size(); last++) {
            expected.add(MIXTURE.evidence(before, weeks.subList(0, last)).lnE());
        }

        List<Double> byWeek = MIXTURE.evidenceByWeek(before, weeks);

        assertThat(byWeek).isEqualTo(expected);
    }

    /** Computed once and kept: what an alert was raised on must be found again, with the weights of then and of now. */
    @ParameterizedTest
    @CsvSource({
        "0.08, 2, 10.5, 0.8, 1, 0x1.47225df5a584bp1",
        "0.08, 2, 10.5, 0.7, 26, 0x1.18bf07c77bb46p1",
        "0.08, 9.391304347826086, 54, 0.7, 26, 0x1.4c490a49cf672p1"
    })
    void theBitsStayAsTheyWere(double p0, double a, double b, double start, int halfWithin, String bits) {
        WeeklyMixture mixture =
                new WeeklyMixture(new EProcess(p0, new BetaPrior(a, b)), new MixtureWeights(start, halfWithin));

        double lnE = mixture.evidence(
                        new Counts(7, 1),
                        List.of(
                                new Counts(40, 3),
                                Counts.ZERO,
                                new Counts(55, 4),
                                new Counts(61, 9),
                                new Counts(48, 11)))
                .lnE();

        assertThat(Double.toHexString(lnE)).isEqualTo(bits);
    }

    @Property(tries = 50)
    void aRateThatDoublesLaterIsDatedToItsWeek(@ForAll @IntRange(min = 10, max = 100) int goodWeeks) {
        List<Counts> weeks = Stream.concat(
                        Collections.nCopies(goodWeeks, new Counts(50, 3)).stream(),
                        Collections.nCopies(20, new Counts(50, 12)).stream())
                .toList();

        MixtureEvidence evidence = MIXTURE.evidence(Counts.ZERO, weeks);

        assertThat(evidence.highSince()).isEqualTo(goodWeeks);
        assertThat(evidence.lnE()).isGreaterThan(Math.log(20));
    }

    @Test
    void aRateHighFromTheStartIsDatedToTheStart() {
        MixtureEvidence evidence = MIXTURE.evidence(Counts.ZERO, Collections.nCopies(10, new Counts(50, 12)));

        assertThat(evidence.highSince()).isZero();
    }

    @Test
    void withoutWeeksOnlyTheStartTermHasSeenAnything() {
        MixtureEvidence evidence = MIXTURE.evidence(new Counts(100, 16), List.of());

        double plain = Math.exp(PROCESS.lnE(new Counts(100, 16)));
        assertThat(Math.exp(evidence.lnE())).isCloseTo(0.7 * plain + 0.3, within(1e-12 * plain));
        assertThat(evidence.highSince()).isZero();
    }

    @Test
    void nothingSeenIsNoEvidence() {
        MixtureEvidence evidence = MIXTURE.evidence(Counts.ZERO, Collections.nCopies(200, Counts.ZERO));

        assertThat(evidence.lnE()).isCloseTo(0, within(1e-14));
    }

    /** 10 % in each of 200 weeks of 50,000: E itself, about 10^6000, is no double. */
    @Test
    void tenMillionExposuresOverTwoHundredWeeksStayFinite() {
        MixtureEvidence evidence = MIXTURE.evidence(Counts.ZERO, Collections.nCopies(200, new Counts(50_000, 5_000)));

        double start = PROCESS.lnE(new Counts(10_000_000, 1_000_000)) + Math.log(0.7);
        assertThat(evidence.lnE()).isCloseTo(start, within(1e-9));
        assertThat(BigDecimal.valueOf(evidence.lnE())).isGreaterThan(BigDecimal.valueOf(10_000));
    }

    @Provide
    Arbitrary<Counts> week() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 200),
                        Arbitraries.doubles().between(0, 0.3))
                .as((exposed, rate) -> new Counts(exposed, (long) (exposed * rate)));
    }

    @Provide
    Arbitrary<List<Counts>> weeks() {
        return week().list().ofMinSize(1).ofMaxSize(40);
    }

    private static List<Counts> withLast(List<Counts> weeks, Counts more) {
        return Stream.concat(
                        weeks.subList(0, weeks.size() - 1).stream(),
                        Stream.of(weeks.getLast().plus(more)))
                .toList();
    }

    private static Counts total(List<Counts> weeks) {
        return weeks.stream().reduce(Counts.ZERO, Counts::plus);
    }
}
