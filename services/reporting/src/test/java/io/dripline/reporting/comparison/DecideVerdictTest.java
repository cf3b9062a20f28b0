package io.dripline.reporting.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dripline.contracts.alert.ComparedFigure;
import io.dripline.contracts.alert.Promise;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.alert.JudgedWeek;
import io.dripline.reporting.alert.Judgement;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.baseline.EventCounting;
import io.dripline.reporting.baseline.NullFromFigure;
import io.dripline.reporting.completeness.OpenWeeks;
import io.dripline.reporting.monitor.JudgingRule;
import io.dripline.reporting.monitor.Monitor;
import io.dripline.reporting.monitor.MonitorStatus;
import io.dripline.reporting.opinion.Patience;
import io.dripline.reporting.opinion.SecondOpinionsFor;
import io.dripline.statistics.MixtureWeights;
import io.dripline.statistics.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecideVerdictTest {

    /** A Sunday: the last of 2026-W47. Fourteen days before it is the Sunday of 2026-W45. */
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    /** Of 8 among 50 in one week. */
    private static final double LN_E = 0.9823103240627525;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Baselines BASELINES = new Baselines();
    private final DecideVerdict verdicts = new DecideVerdict(
            BASELINES, SecondOpinionsFor.horizon(2_000), NOW, OpenWeeks.NONE, Patience.of(Duration.ofMinutes(1)));

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

    /** Without the override its source would make it another thing than what is counted. */
    @Test
    void withinTheRangeAnOverrideIsToldToo() {
        Monitor byPrint =
                monitor("table8-marchetti-stopped", 0.5, null, EventCounting.UNSTATED, EventCounting.UNSTATED);
        Monitor overriding = monitor(
                "table8-marchetti-stopped",
                0.5,
                null,
                new EventCounting(null, "course"),
                new EventCounting(null, "long term"));

        Comparison printed = verdicts.compare(byPrint, judged("2026-W40", 3000, 600), null);
        Comparison overridden = verdicts.compare(overriding, judged("2026-W40", 3000, 600), null);

        assertThat(List.of(printed.verdict(), overridden.verdict())).containsOnly(Verdict.WITHIN_RANGE);
        assertThat(printed.promiseRemarks())
                .containsExactly(
                        "Within and below the range describe; they carry no promise.",
                        "Not comparable: the published events were counted over long-term use, the cohort's over single infusions and courses.");
        assertThat(overridden.promiseRemarks())
                .containsExactly(
                        "Within and below the range describe; they carry no promise.",
                        "The source stated that events were counted over long term when the null was given; the officer who set the null overrides that with course.");
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
    }

    /** The same review prints dizziness alone, a part of it, at 16.9 and 46 %. */
    @Test
    void saysHowManyFiguresOfTheSystemAndOfItsPartsTheRateExceeds() {
        Comparison comparison = verdicts.compare(monitor("table9-cns"), judged("2026-W40", 50, 10), null);

        assertThat(comparison.ofFigures()).isEqualTo(13);
        assertThat(comparison.exceedsFigures()).isEqualTo(6);
        assertThat(comparison.figures())
                .filteredOn(ComparedFigure::exceeded)
                .extracting(ComparedFigure::baseline)
                .containsExactly(
                        "table7-kapural-anxiety-unpleasant-dreams",
                        "table7-quinlan-hypomania",
                        "table7-quinlan-delirium",
                        "text-psychotomimetic",
                        "table8-lumanauw-dizziness",
                        "table9-cns");
        assertThat(comparison.figures())
                .contains(new ComparedFigure("table8-zekry-dizziness", "dizziness", 0.46, false))
                .hasSize(13);
    }

    /** 20 % of 50 lie above the 16.9 % that were printed, not above their upper limit of 26.0 %. */
    @Test
    void comparesWithWhatIsPrintedAndNotWithItsLimit() {
        Comparison comparison =
                verdicts.compare(monitor("table8-lumanauw-dizziness"), judged("2026-W40", 50, 10), null);

        assertThat(comparison.exceedsFigures()).isOne();
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

    @Test
    void otherMethodsAnswerBesideTheVerdictAndDoNotChangeIt() {
        Comparison comparison = verdicts.compare(monitor("table9-cns"), judged("2026-W40", 100, 30), null);

        assertThat(comparison.secondOpinions().maxSprt().signals()).isTrue();
        assertThat(comparison.secondOpinions().cusum().signals()).isTrue();
        assertThat(comparison.verdict()).as("no alert is latched").isEqualTo(Verdict.TOO_FEW);
    }

    @Test
    void answersAsItShows() throws IOException {
        List<Comparison> shown = List.of(
                verdicts.compare(monitor("table9-hepatic"), judged("2026-W40", 0, 0), null),
                verdicts.compare(monitor("table9-cns", LN_E), judged("2026-W40", 50, 8, LN_E), null));

        assertThat(withoutPromise(JSON.writeValueAsString(shown))).isEqualTo(withoutPromise(ComparisonExample.LIST));
    }

    /** Its words are those of another test. */
    private static JsonNode withoutPromise(String comparisons) throws IOException {
        JsonNode read = JSON.readTree(comparisons);
        read.forEach(comparison -> ((ObjectNode) comparison).remove(List.of("promise", "promiseRemarks")));
        return read;
    }

    private static Monitor monitor(String figure) {
        return monitor(figure, null);
    }

    private static Monitor monitor(String figure, @Nullable Double supLnE) {
        var p0 = NullFromFigure.p0(BASELINES.get(figure));
        return monitor(
                figure,
                p0.isPresent() ? p0.getAsDouble() : null,
                supLnE,
                EventCounting.UNSTATED,
                EventCounting.UNSTATED);
    }

    private static Monitor monitor(
            String figure,
            @Nullable Double p0,
            @Nullable Double supLnE,
            EventCounting nullStates,
            EventCounting nullOverrides) {
        return new Monitor(
                figure,
                figure,
                BASELINES.get(figure).measure(),
                Unit.FIRST_COURSE,
                Map.of(),
                null,
                0.1,
                p0,
                nullStates,
                nullOverrides,
                p0 == null ? MonitorStatus.WAITING_FOR_NULL : MonitorStatus.ACTIVE,
                null,
                supLnE,
                NOW,
                "test",
                new JudgingRule(0.05, 8, 2, MixtureWeights.MONITOR),
                null,
                null);
    }

    private static Judgement judged(String week, long exposed, long affected) {
        return judged(week, exposed, affected, 0);
    }

    private static Judgement judged(String week, long exposed, long affected, double lnE) {
        List<JudgedWeek> weeks =
                exposed == 0 ? List.of() : List.of(new JudgedWeek(IsoWeek.parse(week), exposed, affected, affected, 0));
        return new Judgement("m", NOW, lnE, weeks);
    }
}
