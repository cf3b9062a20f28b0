package io.dripline.reporting.dashboard.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertEvidence;
import io.dripline.contracts.alert.AlertState;
import io.dripline.contracts.alert.AlertStep;
import io.dripline.contracts.alert.Assessment;
import io.dripline.contracts.alert.Promise;
import io.dripline.contracts.alert.Superseded;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.baseline.EventCounting;
import io.dripline.reporting.comparison.Comparison;
import io.dripline.reporting.completeness.PostedWeeks;
import io.dripline.reporting.dashboard.chart.Drawing;
import io.dripline.reporting.dashboard.layout.AlertWords;
import io.dripline.reporting.dashboard.overview.Overview.Headline;
import io.dripline.reporting.dashboard.overview.Overview.SystemLine;
import io.dripline.reporting.incidence.IncidenceSum;
import io.dripline.reporting.monitor.DividedAlpha;
import io.dripline.reporting.opinion.SecondOpinions;
import io.dripline.statistics.ClopperPearson;
import io.dripline.statistics.Counts;
import io.dripline.statistics.Interval;
import io.dripline.statistics.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DescribeOverviewTest {

    private static final Instant NOW = Instant.parse("2026-11-22T01:02:03Z");

    private final DescribeOverview describe = new DescribeOverview(new Baselines());

    @Test
    void showsARateBesideItsRange() {
        Comparison cns = comparison("CNS", Map.of(), 74, 81, 1200, "table9-cns", 0.5, Verdict.WITHIN_RANGE);

        SystemLine line = system(describe(List.of(cns), List.of()));

        assertThat(line.name()).isEqualTo("Central nervous system");
        assertThat(line.rate()).isEqualTo("6.2 %");
        assertThat(line.counts()).isEqualTo("74 of 1,200, 4.9 % to 7.7 %");
        assertThat(line.awaiting()).isEqualTo("7 await coding");
        assertThat(line.published()).isEqualTo("4–8 %");
        assertThat(line.verdict()).isEqualTo("● Within the published range");
        assertThat(line.promise()).isEqualTo("promise: provisional");
        assertThat(line.plot().boxes()).hasSize(1);
        assertThat(line.plot().symbols()).hasSize(1);
        assertThat(line.plot().spoken())
                .isEqualTo("Central nervous system: observed 6.2 %, 74 of 1,200, 4.9 % to 7.7 %; published 4–8 %");
    }

    @Test
    void saysWhatIsMissingWhereNothingIsKnown() {
        Comparison hepatic = comparison("HEPATIC", Map.of(), 0, 0, 0, "table9-hepatic", null, Verdict.CANNOT_ASSESS);

        SystemLine line = system(describe(List.of(hepatic), List.of()));

        assertThat(line.rate()).isEqualTo("–");
        assertThat(line.counts()).isEqualTo("no first course yet");
        assertThat(line.plot().boxes()).isEmpty();
        assertThat(line.plot().symbols()).isEmpty();
        assertThat(line.published()).isEqualTo("Very small share");
        assertThat(line.evidence()).isEqualTo("waits for a null");
        assertThat(line.trend()).isNull();
    }

    @Test
    void anyEventStandsBesideTheSystemsThoughNobodyWatchesIt() {
        List<IncidenceSum> any = List.of(week("ANY", "2026-W39", 40, 10), week("ANY", "2026-W41", 60, 30));

        Overview overview = describe.describe(facts(List.of(), List.of(), any, List.of(), null));

        SystemLine line = overview.systems().getFirst();
        assertThat(line.name()).isEqualTo("Any adverse event");
        assertThat(line.verdict()).isEqualTo("◇ Not watched by a monitor");
        assertThat(line.promise()).isNull();
        assertThat(line.rate()).isEqualTo("40.0 %");
        assertThat(line.published()).isEqualTo("40 %");
        assertThat(line.evidence()).isNull();
        assertThat(line.plot().boxes()).as("one figure is no range").isEmpty();
        assertThat(overview.period()).isEqualTo("weeks 2026-W39 to 2026-W41");
    }

    @Test
    void aTrendShowsTheLastHalfYearAlone() {
        List<IncidenceSum> weeks =
                List.of(week("CNS", "2026-W10", 10, 9), week("CNS", "2026-W40", 10, 1), week("CNS", "2026-W41", 10, 2));
        Comparison cns = comparison("CNS", Map.of(), 3, 3, 20, "table9-cns", 0.5, Verdict.TOO_FEW);

        Overview overview = describe.describe(facts(List.of(cns), List.of(), weeks, List.of(), null));

        assertThat(system(overview).trend()).isNotNull().satisfies(trend -> {
            assertThat(trend.curves()).hasSize(1);
            assertThat(trend.spoken()).endsWith("the last, 2026-W41: 20.0 %");
        });
    }

    /** A null that was given later, or a monitor that an officer made: what is shown is still that of the weeks that it says. */
    @Test
    void aMonitorThatBeganLaterLeavesTheRateThatOfAllWeeks() {
        List<IncidenceSum> weeks = List.of(
                week("ANY", "2026-W10", 100, 30),
                week("ANY", "2026-W46", 40, 10),
                week("CNS", "2026-W10", 100, 8),
                week("CNS", "2026-W46", 40, 6));
        Comparison later = comparison("CNS", Map.of(), 6, 6, 40, "table9-cns", 0.0, Verdict.TOO_FEW);

        Overview overview = describe.describe(facts(List.of(later), List.of(), weeks, List.of(), null));

        assertThat(overview.period()).isEqualTo("weeks 2026-W10 to 2026-W46");
        assertThat(system(overview).rate()).isEqualTo("10.0 %");
        assertThat(system(overview).counts()).startsWith("14 of 140, ");
        assertThat(system(overview).evidence()).isEqualTo("E is 1.00, alert at 200, judged on 6 of 40");
    }

    @Test
    void evidenceFillsItsBarAtTheThreshold() {
        Comparison atThreshold = comparison("CNS", Map.of(), 30, 30, 100, "table9-cns", Math.log(200), Verdict.EXCEEDS);

        SystemLine line = system(describe(List.of(atThreshold), List.of()));

        assertThat(line.evidencePercent()).isEqualTo(100);
        assertThat(line.evidence()).isEqualTo("E is 200, alert at 200");
    }

    @Test
    void aClinicStandsInALineOfItsOwnWithHowFarItsPostingIsComplete() {
        Comparison cns =
                comparison("CNS", Map.of("clinic", "clinic-east"), 9, 9, 40, "table9-cns", 1.0, Verdict.TOO_FEW);
        List<PostedWeeks> posted = List.of(new PostedWeeks("clinic-east", 11, 9), new PostedWeeks("clinic-far", 4, 4));

        Overview overview = describe.describe(facts(List.of(cns), List.of(), List.of(), posted, null));

        assertThat(overview.systems()).extracting(SystemLine::id).containsExactly("ANY");
        assertThat(overview.posting()).isEqualTo("13 of 15 clinic-weeks from 2026-W35 to 2026-W46");
        assertThat(overview.clinics()).singleElement().satisfies(clinic -> {
            assertThat(clinic.name()).isEqualTo("clinic-east");
            assertThat(clinic.posting()).isEqualTo("9 of 11");
            assertThat(clinic.cells())
                    .extracting(Overview.ClinicCell::css)
                    .as("a system that nobody watches there keeps its column")
                    .containsExactly("TOO_FEW", "UNWATCHED", "UNWATCHED", "UNWATCHED", "UNWATCHED");
            assertThat(clinic.cells()).first().satisfies(cell -> {
                assertThat(cell.rate()).isEqualTo("22.5 %");
                assertThat(cell.counts()).isEqualTo("9 of 40");
                assertThat(cell.shape()).isEqualTo("○");
                assertThat(cell.verdict()).isEqualTo("Too few to tell");
                assertThat(cell.href()).isEqualTo("/measures/CNS?clinic=clinic-east");
            });
        });
    }

    @Test
    void closedAndSupersededAlertsAreNotOpen() {
        Alert raised = alert(AlertState.RAISED);
        Alert closed = alert(AlertState.CLOSED);
        Alert superseded = alert(AlertState.RAISED)
                .after(new AlertStep(AlertState.SUPERSEDED, NOW, "dripline", null, null), new Superseded(40, 5, 0.25));

        Overview overview = describe(List.of(), List.of(raised, closed, superseded));

        assertThat(overview.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.where()).isEqualTo("clinic-east");
            assertThat(alert.observed()).isEqualTo("14 of 40 first courses (35.0 %)");
            assertThat(alert.published()).isEqualTo("4–8 %");
            assertThat(alert.highSince()).isEqualTo("2026-W45");
            assertThat(alert.evidence()).isEqualTo("665");
        });
        assertThat(overview.settled())
                .extracting(settled -> said(settled.state()))
                .containsExactly(
                        "Closed by officer, 22 November 2026, 01:02 UTC; it stays in force.",
                        "Superseded by corrected counts, 22 November 2026, 01:02 UTC.");
    }

    @Test
    void saysInWordsWhatBecameOfAnAlert() {
        Alert raised = alert(AlertState.RAISED);
        Alert acknowledged = raised.after(new AlertStep(AlertState.ACKNOWLEDGED, NOW, "officer", null, null));
        Alert assessed = acknowledged.after(
                new AlertStep(AlertState.ASSESSED, NOW, "anna", "Entered twice.", Assessment.DATA_ERROR));

        Overview overview = describe(List.of(), List.of(raised, acknowledged, assessed));

        assertThat(overview.alerts())
                .extracting(alert -> said(alert.state()))
                .containsExactly(
                        "Nobody has acknowledged it yet.",
                        "Acknowledged by officer, 22 November 2026, 01:02 UTC.",
                        "Assessed as an error in the data by anna, 22 November 2026, 01:02 UTC.");
    }

    @Test
    void theHeadlineSaysWhetherSomethingNeedsAttention() {
        Alert raised = alert(AlertState.RAISED);
        Alert acknowledged = raised.after(new AlertStep(AlertState.ACKNOWLEDGED, NOW, "officer", null, null));

        assertThat(describe(List.of(), List.of(alert(AlertState.CLOSED))).headline())
                .isEqualTo(new Headline("calm", "● No alert is open."));
        assertThat(describe(List.of(), List.of(raised)).headline())
                .isEqualTo(new Headline("attention", "▲ 1 alert is open, not acknowledged yet."));
        assertThat(describe(List.of(), List.of(raised, acknowledged)).headline().words())
                .isEqualTo("▲ 2 alerts are open, 1 not acknowledged yet.");
        assertThat(describe(List.of(), List.of(raised, raised)).headline().words())
                .isEqualTo("▲ 2 alerts are open, none acknowledged yet.");
        assertThat(describe(List.of(), List.of(acknowledged)).headline())
                .isEqualTo(new Headline("watch", "◆ 1 alert is open, all acknowledged."));
    }

    @Test
    void saysWhyItMayLagBehind() {
        assertThat(describe(List.of(), List.of()).notCurrent()).isNull();
        Overview behind = describe.describe(facts(List.of(), List.of(), List.of(), List.of(), "catching up"));

        assertThat(behind.notCurrent()).isEqualTo("catching up");
        assertThat(behind.asOf().words()).isEqualTo("22 November 2026, 01:02 UTC");
    }

    @Test
    void allSystemsAreOnePictureToTakeAway() {
        Comparison cns = comparison("CNS", Map.of(), 74, 81, 1200, "table9-cns", 0.5, Verdict.WITHIN_RANGE);

        Overview overview = describe(List.of(cns), List.of());

        assertThat(overview.picture().labels())
                .extracting(Drawing.Label::text)
                .contains("Any adverse event", "Central nervous system", "6.2 % (74 of 1,200)");
    }

    private Overview describe(List<Comparison> comparisons, List<Alert> alerts) {
        return describe.describe(facts(
                comparisons,
                alerts,
                comparisons.stream().map(DescribeOverviewTest::counted).toList(),
                List.of(),
                null));
    }

    /** All that a monitor counted, in one week. */
    private static IncidenceSum counted(Comparison comparison) {
        return new IncidenceSum(
                comparison.measure(),
                "2026-W46",
                comparison.exposed(),
                comparison.possible() - comparison.affected(),
                0,
                comparison.affected(),
                comparison.affected());
    }

    private static OverviewFacts facts(
            List<Comparison> comparisons,
            List<Alert> alerts,
            List<IncidenceSum> weeks,
            List<PostedWeeks> posted,
            @Nullable String notCurrent) {
        return new OverviewFacts(
                comparisons,
                alerts,
                weeks,
                posted,
                new DividedAlpha.Part(0.1, 0.02, 0.08),
                new IsoWeek(2026, 47),
                NOW,
                notCurrent);
    }

    /** The one system beside any event. */
    private static SystemLine system(Overview overview) {
        return overview.systems().getLast();
    }

    private static IncidenceSum week(String measure, String week, long exposed, long affected) {
        return new IncidenceSum(measure, week, exposed, 0, 0, affected, affected);
    }

    private static String said(AlertWords.Sentence sentence) {
        return sentence.before() + (sentence.at() == null ? "" : sentence.at().words()) + sentence.after();
    }

    private static Comparison comparison(
            String measure,
            Map<String, String> cohort,
            long affected,
            long possible,
            long exposed,
            String baseline,
            @Nullable Double lnE,
            Verdict verdict) {
        Interval interval = exposed == 0 ? null : ClopperPearson.interval(new Counts(exposed, affected), 0.95);
        return new Comparison(
                measure + cohort,
                measure,
                Unit.FIRST_COURSE,
                cohort,
                exposed,
                affected,
                possible,
                exposed == 0 ? null : (double) affected / exposed,
                interval,
                baseline,
                lnE == null ? null : 0.08,
                EventCounting.UNSTATED,
                lnE,
                200,
                null,
                verdict,
                Promise.PROVISIONAL,
                List.of(),
                SecondOpinions.NONE,
                0,
                0,
                List.of());
    }

    private static Alert alert(AlertState state) {
        return new Alert(
                ContractJson.SCHEMA,
                UUID.randomUUID(),
                1,
                "cns-clinic-east",
                "CNS",
                Unit.FIRST_COURSE,
                Map.of("clinic", "clinic-east"),
                state,
                null,
                Promise.PROVISIONAL,
                List.of("No tally has come yet."),
                40,
                14,
                6.5,
                500,
                NOW,
                new IsoWeek(2026, 45),
                new AlertEvidence(
                        "table9-cns", 0.08, null, null, 0.04, 2, 10.5, 0.7, 26, new IsoWeek(2026, 45), List.of()),
                null,
                null,
                null,
                List.of(new AlertStep(state, NOW, "officer", null, null)));
    }
}
