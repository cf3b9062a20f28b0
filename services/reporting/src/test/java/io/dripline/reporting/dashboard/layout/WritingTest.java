package io.dripline.reporting.dashboard.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.statistics.Interval;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How figures, names and times are written. */
class WritingTest {

    private final Baselines baselines = new Baselines();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0.0617|6.2 %", "0|0.0 %", "0.004|0.40 %", "1|100.0 %"})
    void proportions(double proportion, String written) {
        assertThat(Figures.percent(proportion)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1|1.00", "0.52|0.52", "0.05|0.050", "200|200", "12345.6|12,346", "2500000|10^6", "0.00001|10^-5"})
    void evidence(double e, String written) {
        assertThat(Figures.eValue(Math.log(e))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0.000123456|0.000123", "8.1923|8.19", "4|4", "2943.4|2940", "0|0"})
    void threeDigits(double number, String written) {
        assertThat(Figures.threeDigits(number)).isEqualTo(written);
    }

    /** However near to certainty, never as it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.08|8 %",
                "0.25941004932933953|25.9 %",
                "0.000001|0.0001 %",
                "0.5|50 %",
                "0.562|56.2 %",
                "0.9|90 %",
                "0.999|99.9 %",
                "0.9996|99.96 %",
                "0.999999|99.9999 %"
            })
    void nulls(double p0, String written) {
        assertThat(Figures.nullPercent(p0)).isEqualTo(written);
    }

    @Test
    void namesForReaders() {
        assertThat(Words.measure("nausea-or-vomiting")).isEqualTo("Nausea or vomiting");
        assertThat(Words.value("doseBand", "FROM_0_5_TO_1")).isEqualTo("0.5 to 1");
        assertThat(Words.value("clinic", "CLINIC_A")).isEqualTo("CLINIC_A");
        assertThat(Words.cohort(Map.of())).isEqualTo("all clinics");
        assertThat(Words.cohort(Map.of("clinic", "north", "route", "INTRAVENOUS")))
                .isEqualTo("north, intravenous");
        assertThat(Words.units(Unit.FIRST_COURSE)).isEqualTo("first courses");
    }

    @Test
    void timesForTheMachineAndInUtc() {
        ShownTime time = new ShownTime(Instant.parse("2026-11-22T01:02:03.456Z"));

        assertThat(time.iso()).isEqualTo("2026-11-22T01:02:03Z");
        assertThat(time.words()).isEqualTo("22 November 2026, 01:02 UTC");
    }

    @Test
    void whatIsARangeAndWhatIsOneFigure() {
        assertThat(Literature.band(baselines.get("table9-cns"))).isEqualTo(new Interval(0.04, 0.08));
        assertThat(Literature.single(baselines.get("table9-cns"))).isNull();
        assertThat(Literature.band(baselines.get("text-any"))).isNull();
        assertThat(Literature.single(baselines.get("text-any"))).isEqualTo(0.4);
        assertThat(Literature.across(baselines.get("table9-hepatic"))).isNull();
        assertThat(Literature.printed(baselines.get("table9-cns"))).isEqualTo("4–8 %");
        assertThat(Literature.printed(baselines.get("table9-hepatic"))).isEqualTo("Very small share");
    }

    @Test
    void addressesHoldWhateverAClinicIsCalled() {
        assertThat(Addresses.measure("CNS", Map.of("clinic", "St. Mary's & Co", "unit", "COURSE")))
                .isEqualTo("/measures/CNS?clinic=St.%20Mary%27s%20%26%20Co&unit=COURSE");
    }
}
