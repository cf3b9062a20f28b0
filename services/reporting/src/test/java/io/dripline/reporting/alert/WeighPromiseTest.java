package io.dripline.reporting.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.alert.Promise;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.monitor.Monitor;
import io.dripline.reporting.monitor.MonitorStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeighPromiseTest {

    private static final Baseline CNS = new Baselines().get("table9-cns");
    private static final Instant MADE = Instant.parse("2026-11-22T00:00:00Z");

    @Test
    void firstCoursesAreProvisionalAndTheOpenWeeksAreNamed() {
        Promised promised =
                WeighPromise.weigh(monitor(Unit.FIRST_COURSE, null), CNS, judged(0, "2026-W45", "2026-W46"));

        assertThat(promised.promise()).isEqualTo(Promise.PROVISIONAL);
        assertThat(promised.remarks()).first().asString().endsWith("Open: 2026-W45, 2026-W46.");
        assertThat(promised.remarks())
                .anySatisfy(remark -> assertThat(remark).contains("how events were ascertained"))
                .anySatisfy(remark -> assertThat(remark).contains("time over which"));
    }

    @Test
    void manyOpenWeeksAreSummarised() {
        String[] weeks =
                IntStream.rangeClosed(10, 40).mapToObj(w -> "2026-W" + w).toArray(String[]::new);

        Promised promised = WeighPromise.weigh(monitor(Unit.FIRST_COURSE, null), CNS, judged(0, weeks));

        assertThat(promised.remarks()).first().asString().endsWith("Open: 31 weeks from 2026-W10 to 2026-W40.");
    }

    @ParameterizedTest
    @CsvSource({"SESSION", "COURSE"})
    void repeatedPatientsCarryNone(Unit unit) {
        Promised promised = WeighPromise.weigh(monitor(unit, null), CNS, judged(0, "2026-W45"));

        assertThat(promised.promise()).isEqualTo(Promise.NONE);
        assertThat(promised.remarks()).first().asString().contains("not independent");
    }

    @ParameterizedTest
    @CsvSource({"1, PROVISIONAL", "2, NONE"})
    void moreThanOneInAHundredReplacedCarriesNone(long replaced, Promise expected) {
        assertThat(WeighPromise.weigh(monitor(Unit.FIRST_COURSE, null), CNS, judged(replaced, "2026-W45"))
                        .promise())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-W46, NONE", "2026-W47, PROVISIONAL"})
    void aStartBeforeTheMonitorWasMadeCarriesNone(String start, Promise expected) {
        assertThat(WeighPromise.weigh(monitor(Unit.FIRST_COURSE, start), CNS, judged(0, "2026-W47"))
                        .promise())
                .isEqualTo(expected);
    }

    private static Monitor monitor(Unit unit, @Nullable String start) {
        return new Monitor(
                "m",
                "table9-cns",
                "CNS",
                unit,
                Map.of(),
                start == null ? null : IsoWeek.parse(start),
                0.1,
                0.08,
                MonitorStatus.ACTIVE,
                null,
                null,
                MADE,
                "test");
    }

    /** A hundred exposures in the first week, of which some were replaced; one in each later week. */
    private static Judgement judged(long replaced, String... weeks) {
        List<JudgedWeek> judged = IntStream.range(0, weeks.length)
                .mapToObj(i -> new JudgedWeek(IsoWeek.parse(weeks[i]), i == 0 ? 100 : 1, 0, 0, i == 0 ? replaced : 0))
                .toList();
        return new Judgement("m", MADE, 0.0, judged);
    }
}
