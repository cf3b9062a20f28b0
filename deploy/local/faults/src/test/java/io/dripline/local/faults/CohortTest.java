package io.dripline.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CohortTest {

    @Test
    void noTwoCyclesWatchTheSame() {
        List<Cohort> cohorts =
                IntStream.rangeClosed(1, Cohort.DIFFERENT).mapToObj(Cohort::of).toList();

        assertThat(cohorts).hasSizeGreaterThan(500).doesNotHaveDuplicates();
        assertThat(cohorts)
                .allSatisfy(cohort -> assertThat(cohort.group().route()).isNotEqualTo(WriteReports.USUAL.route()));
    }

    @Test
    void moreCyclesAreRefused() {
        assertThatThrownBy(() -> Cohort.of(Cohort.DIFFERENT + 1)).hasMessageContaining("remove them");
    }
}
