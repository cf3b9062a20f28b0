package io.dripline.reporting.dashboard;

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
import io.dripline.reporting.comparison.Comparison;
import io.dripline.reporting.dashboard.Overview.SettledAlert;
import io.dripline.reporting.dashboard.Overview.SystemLine;
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

        SystemLine line =
                describe.describe(List.of(cns), List.of(), NOW, null).systems().getFirst();

        assertThat(line.name()).isEqualTo("Central nervous system");
        assertThat(line.rate()).isEqualTo("6.2 %");
        assertThat(line.counts()).isEqualTo("74 of 1,200, 4.9 % to 7.7 %");
        assertThat(line.awaiting()).isEqualTo("7 await coding");
        assertThat(line.published()).isEqualTo("4–8 %");
        assertThat(line.verdictWords()).isEqualTo("● Within the published range");
        assertThat(line.band()).isNotNull().satisfies(band -> {
            assertThat(line.point()).isBetween(band.from(), band.to());
            assertThat(line.interval().from()).isLessThan(line.point());
            assertThat(line.interval().to()).isGreaterThan(line.point());
        });
    }

    @Test
    void saysWhatIsMissingWhereNothingIsKnown() {
        Comparison hepatic = comparison("HEPATIC", Map.of(), 0, 0, 0, "table9-hepatic", null, Verdict.CANNOT_ASSESS);

        SystemLine line = describe.describe(List.of(hepatic), List.of(), NOW, null)
                .systems()
                .getFirst();

        assertThat(line.rate()).isEqualTo("–");
        assertThat(line.interval()).isNull();
        assertThat(line.band()).isNull();
        assertThat(line.published()).isEqualTo("Very small share");
        assertThat(line.evidence()).isEqualTo("waits for a null");
    }

    @Test
    void evidenceFillsItsBarAtTheThreshold() {
        Comparison atThreshold = comparison("CNS", Map.of(), 30, 30, 100, "table9-cns", Math.log(200), Verdict.EXCEEDS);

        SystemLine line = describe.describe(List.of(atThreshold), List.of(), NOW, null)
                .systems()
                .getFirst();

        assertThat(line.evidencePercent()).isEqualTo(100);
        assertThat(line.evidence()).isEqualTo("E is 200, alert at 200");
    }

    @Test
    void aClinicStandsInALineOfItsOwn() {
        Comparison cns =
                comparison("CNS", Map.of("clinic", "clinic-east"), 9, 9, 40, "table9-cns", 1.0, Verdict.TOO_FEW);

        Overview overview = describe.describe(List.of(cns), List.of(), NOW, null);

        assertThat(overview.systems()).isEmpty();
        assertThat(overview.clinics()).singleElement().satisfies(clinic -> {
            assertThat(clinic.name()).isEqualTo("clinic-east");
            assertThat(clinic.cells()).singleElement().satisfies(cell -> {
                assertThat(cell.rate()).isEqualTo("22.5 %");
                assertThat(cell.counts()).isEqualTo("9 of 40");
                assertThat(cell.shape()).isEqualTo("○");
            });
        });
    }

    @Test
    void closedAndSupersededAlertsAreNotOpen() {
        Alert raised = alert(AlertState.RAISED);
        Alert closed = alert(AlertState.CLOSED);
        Alert superseded = alert(AlertState.RAISED)
                .after(new AlertStep(AlertState.SUPERSEDED, NOW, "dripline", null, null), new Superseded(40, 5, 0.25));

        Overview overview = describe.describe(List.of(), List.of(raised, closed, superseded), NOW, null);

        assertThat(overview.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.where()).isEqualTo("clinic-east");
            assertThat(alert.observed()).isEqualTo("14 of 40 first courses (35.0 %)");
            assertThat(alert.published()).isEqualTo("4–8 %");
            assertThat(alert.highSince()).isEqualTo("2026-W45");
            assertThat(alert.evidence()).isEqualTo("665");
        });
        assertThat(overview.settled())
                .extracting(SettledAlert::state)
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

        Overview overview = describe.describe(List.of(), List.of(raised, acknowledged, assessed), NOW, null);

        assertThat(overview.alerts())
                .extracting(Overview.OpenAlert::state)
                .containsExactly(
                        "Nobody has acknowledged it yet.",
                        "Acknowledged by officer, 22 November 2026, 01:02 UTC.",
                        "Assessed as an error in the data by anna, 22 November 2026, 01:02 UTC.");
    }

    @Test
    void saysWhyItMayLagBehind() {
        assertThat(describe.describe(List.of(), List.of(), NOW, null).notCurrent())
                .isNull();
        Overview behind = describe.describe(List.of(), List.of(), NOW, "catching up");

        assertThat(behind.notCurrent()).isEqualTo("catching up");
        assertThat(behind.asOf()).isEqualTo("22 November 2026, 01:02 UTC");
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
                lnE,
                200,
                null,
                verdict,
                Promise.PROVISIONAL,
                List.of(),
                SecondOpinions.NONE,
                0,
                0);
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
                new AlertEvidence("table9-cns", 0.08, 0.04, 2, 10.5, 0.7, 26, new IsoWeek(2026, 45), List.of()),
                null,
                List.of(new AlertStep(state, NOW, "officer", null, null)));
    }
}
