package io.dripline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.local.demo.clinic.Run;
import io.dripline.local.demo.line.ShownAlert;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the exit code says. */
class OutcomeTest {

    private static final Run RUN = new Run(1, IsoWeek.parse("2026-W01"), 26);
    private static final Map<String, String> EAST = Map.of("clinic", "clinic-east");

    @ParameterizedTest
    @CsvSource({"11, false", "12, true", "13, true", "15, true", "16, false"})
    void theAlertMustBeOfTheExcess(int week, boolean isAsPromised) {
        var outcome = Outcome.of(RUN, List.of(alert("CNS", EAST, week)), true);

        assertThat(outcome.isAsPromised()).isEqualTo(isAsPromised);
    }

    @Test
    void theMonitorOverAllClinicsMayFollow() {
        var outcome = Outcome.of(RUN, List.of(alert("CNS", Map.of(), 14), alert("CNS", EAST, 13)), true);

        assertThat(outcome.isAsPromised()).isTrue();
        assertThat(outcome.followed()).isPresent();
    }

    @Test
    void noOtherClinicOrSystemMayAlert() {
        var promised = alert("CNS", EAST, 13);

        assertThat(List.of(
                        alert("GI", EAST, 13),
                        alert("GI", Map.of(), 13),
                        alert("CNS", Map.of("clinic", "clinic-north"), 13)))
                .allSatisfy(other -> {
                    var outcome = Outcome.of(RUN, List.of(promised, other), true);
                    assertThat(outcome.isAsPromised()).isFalse();
                    assertThat(outcome.others()).containsExactly(other);
                });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingIsKnownBeforeAllIsJudged(boolean isJudged) {
        var outcome = Outcome.of(RUN, List.of(alert("CNS", EAST, 13)), isJudged);

        assertThat(outcome.isAsPromised()).isEqualTo(isJudged);
    }

    @ParameterizedTest
    @CsvSource({"26, false", "25, true"})
    void only26WeeksPromiseAnAlert(int weeks, boolean isAsPromised) {
        var outcome = Outcome.of(new Run(1, RUN.firstWeek(), weeks), List.of(), true);

        assertThat(outcome.isAsPromised()).isEqualTo(isAsPromised);
    }

    private static ShownAlert alert(String measure, Map<String, String> cohort, int week) {
        return new ShownAlert(
                measure,
                cohort,
                "RAISED",
                "HOLDS",
                600,
                70,
                9,
                500,
                RUN.calendar(week).toString());
    }
}
