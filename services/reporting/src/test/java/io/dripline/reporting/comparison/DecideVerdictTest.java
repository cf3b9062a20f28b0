package io.dripline.reporting.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dripline.contracts.alert.Promise;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.alert.JudgedWeek;
import io.dripline.reporting.alert.Judgement;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.baseline.NullFromFigure;
import io.dripline.reporting.completeness.OpenWeeks;
import io.dripline.reporting.monitor.Monitor;
import io.dripline.reporting.monitor.MonitorStatus;
import io.dripline.statistics.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecideVerdictTest {

    /** A Sunday: the last of 2026-W47. Fourteen days before it is the Sunday of 2026-W45. */
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final Baselines BASELINES = new Baselines();
    private final DecideVerdict verdicts = new DecideVerdict(BASELINES, 0.05, NOW, OpenWeeks.NONE);

    @ParameterizedTest
    @CsvSource({
        "table9-cns, 2026-W40, 0, 0, CANNOT_ASSESS",
        "table9-hepatic, 2026-W40, 500, 1, CANNOT_ASSESS",
        "table8-orhurhu-nausea, 2026-W40, 500, 1, CANNOT_ASSESS",
        "table9-cns, 2026-W40, 50, 3, TOO_FEW",
        "table9-cns, 2026-W40, 3000, 180, WITHIN_RANGE",
        "table9-cns, 2026-W40, 3000, 30, BELOW_RANGE",
        "table9-cns, 2026-W44, 3000, 180, WITHIN_RANGE",
        "table9-cns, 2026-W45, 3000, 180, TOO_FEW",
        "table9-cns, 2026-W47, 3000, 180, TOO_FEW"
    })
    void decidesOnWeeksThatAreOlderThanFourteenDays(
            String figure, String week, long exposed, long affected, Verdict expected) {
        Comparison comparison = verdicts.compare(monitor(figure), judged(week, exposed, affected), null);

        assertThat(comparison.verdict()).isEqualTo(expected);
    }

    @Test
    void withinTheRangeCarriesNoPromise() {
        Comparison comparison = verdicts.compare(monitor("table9-cns"), judged("2026-W40", 3000, 180), null);

        assertThat(comparison.promise()).isEqualTo(Promise.NONE);
    }

    @Test
    void aFigureInWordsIsQuotedAsTheReason() {
        Comparison comparison = verdicts.compare(monitor("table9-hepatic"), judged("2026-W40", 500, 1), null);

        assertThat(comparison.promiseRemarks()).singleElement().asString().contains("Very small %");
        assertThat(comparison.lnE()).isNull();
        assertThat(comparison.alwaysValidP()).isNull();
        assertThat(comparison.secondOpinions().exactTail()).isNull();
    }

    @Test
    void saysWhatWasObservedBesideWhatWasPublished() {
        Comparison comparison = verdicts.compare(monitor("table9-cns"), judged("2026-W40", 50, 8), null);

        assertThat(comparison.rate()).isEqualTo(0.16);
        assertThat(comparison.p0()).isEqualTo(0.08);
        assertThat(comparison.threshold()).isEqualTo(200);
        assertThat(comparison.secondOpinions().exactTail()).isCloseTo(0.043794784243, within(1e-9));
        assertThat(comparison.exceedsFigures()).isOne();
        assertThat(comparison.ofFigures()).isOne();
    }

    @Test
    void saysHowManyComparableFiguresTheRateExceeds() {
        Comparison comparison =
                verdicts.compare(monitor("table8-lumanauw-dizziness"), judged("2026-W40", 50, 20), null);

        assertThat(comparison.ofFigures())
                .as("57 %, 16.9 % and 46 %; not that of placebo")
                .isEqualTo(3);
        assertThat(comparison.exceedsFigures())
                .as("40 % lies above 16.9 % only")
                .isOne();
    }

    private static Monitor monitor(String figure) {
        Baseline baseline = BASELINES.get(figure);
        var p0 = NullFromFigure.p0(baseline);
        return new Monitor(
                figure,
                figure,
                baseline.measure(),
                Unit.FIRST_COURSE,
                Map.of(),
                null,
                0.1,
                p0.isPresent() ? p0.getAsDouble() : null,
                p0.isPresent() ? MonitorStatus.ACTIVE : MonitorStatus.WAITING_FOR_NULL,
                null,
                null,
                NOW,
                "test");
    }

    private static Judgement judged(String week, long exposed, long affected) {
        List<JudgedWeek> weeks =
                exposed == 0 ? List.of() : List.of(new JudgedWeek(IsoWeek.parse(week), exposed, affected, affected, 0));
        return new Judgement("m", NOW, 0.0, weeks);
    }
}
