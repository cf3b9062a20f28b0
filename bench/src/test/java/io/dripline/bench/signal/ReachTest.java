package io.dripline.bench.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dripline.statistics.EProcess;
import io.dripline.statistics.MixtureWeights;
import io.dripline.statistics.WeeklyMixture;
import org.junit.jupiter.api.Test;

class ReachTest {

    private static final Scenario SCENARIO = new Scenario(0.08, 0.05, 20, 1_000, 4_000, BenchSignal.SEED);

    /** The margins are many standard errors wide. */
    @Test
    void theMonitorsMixtureReachesWhatItIsChosenFor() {
        EvidenceTable table = new EvidenceTable(WeeklyMixture.ofMonitor(0.08).process(), 4_000);

        Reach reach = Reach.of(new Mixture(table, MixtureWeights.MONITOR), SCENARIO);

        assertThat(reach.falseAlarms()).isBetween(0.02, 0.05);
        assertThat(reach.meanAtDouble()).isLessThan(1.25 * Reach.WALD_AT_DOUBLE);
        assertThat(reach.meanAtHalfMore()).isLessThan(1.35 * Reach.WALD_AT_HALF_MORE);
        assertThat(reach.weeksAfterRise()).isLessThan(20);
        assertThat(reach.withinTwenty()).isGreaterThan(0.9);
    }

    @Test
    void theFormerMixtureNeedsMoreThanTwentyWeeks() {
        EvidenceTable table = new EvidenceTable(EProcess.against(0.08), 4_000);

        Reach reach = Reach.of(new Mixture(table, MixtureWeights.FORMER), SCENARIO);

        assertThat(reach.weeksAfterRise()).isBetween(20.5, 22.5);
    }

    /** With almost all weight on the start the mixture is the plain e-process, whose probability is known exactly. */
    @Test
    void theChangeOfMeasureFindsTheExactProbability() {
        EProcess process = EProcess.against(0.08);
        Mixture mixture = new Mixture(new EvidenceTable(process, 1_000), new MixtureWeights(0.999, 1));
        double exact = Design.eProcess("", process, 0.05, 1_000).at(0.08, 1_000).alarmed();

        FalseAlarms found = FalseAlarms.simulate(SCENARIO, mixture.watches(SCENARIO));

        assertThat(found.upTo(1_000)).isCloseTo(exact, within(5 * found.error(1_000)));
        assertThat(found.error(1_000)).isLessThan(0.0005);
        assertThat(found.largest()).isLessThanOrEqualTo(0.05);
    }
}
