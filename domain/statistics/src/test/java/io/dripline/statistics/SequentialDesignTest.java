package io.dripline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SequentialDesignTest {

    /** An alarm at the first affected comes after a geometric number of exposures. */
    @Test
    void anAlarmAtTheFirstAffectedIsGeometric() {
        SequentialDesign.Performance performance = new SequentialDesign(n -> 1).at(0.08, 2_000);

        assertThat(performance.alarmed()).isCloseTo(1, within(1e-12));
        assertThat(performance.meanToAlarm()).isCloseTo(12.5, within(1e-9));
        assertThat(performance.medianToAlarm()).isEqualTo(9);
    }

    @Test
    void seriesWithoutAlarmCountWithTheHorizon() {
        SequentialDesign.Performance performance = new SequentialDesign(n -> n + 1).at(0.08, 100);

        assertThat(performance).isEqualTo(new SequentialDesign.Performance(0, 100, 0));
    }

    @Test
    void whatAlarmsSurelyAlarmsWithProbabilityOne() {
        SequentialDesign.Performance performance = new SequentialDesign(n -> n > 10 ? 0 : n + 1).at(0.08, 100);

        assertThat(performance.alarmed()).isLessThanOrEqualTo(1).isCloseTo(1, within(1e-12));
        assertThat(performance.meanToAlarm()).isCloseTo(11, within(1e-9));
    }

    @Test
    void aHorizonThatCannotBeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SequentialDesign(n -> 1).at(0.08, 0))
                .withMessage("the horizon must be 1 to 20000 exposures, found 0");
    }
}
