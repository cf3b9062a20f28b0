package io.dripline.reporting.dashboard.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertState;
import io.dripline.contracts.alert.AlertStep;
import io.dripline.contracts.alert.ComparedFigure;
import io.dripline.contracts.alert.Promise;
import io.dripline.contracts.alert.WeekEvidence;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.alert.AlertDetail;
import io.dripline.reporting.alert.AlertSummary;
import io.dripline.reporting.alert.SomeEvidence;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.opinion.ComparableFigures;
import io.dripline.reporting.opinion.SecondOpinions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DescribeAlertPageTest {

    private static final IsoWeek WEEK = IsoWeek.parse("2026-W45");
    private static final Instant RAISED_AT = Instant.parse("2026-11-22T01:02:03Z");

    /** The catalogue is of a later build than the alert. */
    @Test
    void aFigureThatLeftTheCatalogueKeepsItsLineWithoutAPage() {
        AlertView view = view(List.of(
                new ComparedFigure("table9-cns", "CNS", 0.08, true),
                new ComparedFigure("left-since", "dizziness", 0.5, false)));

        assertThat(view.figures())
                .containsExactly(
                        new AlertView.FigureLine(
                                "/baselines/table9-cns",
                                "Yang et al., Table 9",
                                "Central nervous system",
                                "8.0 %",
                                "above it"),
                        new AlertView.FigureLine(null, "left-since", "Dizziness", "50.0 %", "not above it"));
        assertThat(view.figuresOfThen()).isTrue();
    }

    @Test
    void figuresThatItDoesNotHoldAreThoseOfNow() {
        assertThat(view(null).figuresOfThen()).isFalse();
    }

    /** @param figures stored with the alert; null in those from before they were */
    private static AlertView view(@Nullable List<ComparedFigure> figures) {
        AlertStep raised = new AlertStep(AlertState.RAISED, RAISED_AT, "dripline", null, null);
        Alert alert = new Alert(
                ContractJson.SCHEMA,
                UUID.randomUUID(),
                1,
                "table9-cns@clinic-north",
                "CNS",
                Unit.FIRST_COURSE,
                Map.of("clinic", "clinic-north"),
                AlertState.RAISED,
                null,
                Promise.HOLDS,
                List.of(),
                40,
                14,
                9.80537612610384,
                500.0,
                RAISED_AT,
                WEEK,
                SomeEvidence.ofCns(WEEK),
                null,
                figures,
                null,
                List.of(raised));
        List<ComparedFigure> compared = figures == null ? List.of() : figures;
        AlertDetail detail = new AlertDetail(
                AlertSummary.of(alert, new ComparableFigures(compared)),
                alert.evidence(),
                List.of(new WeekEvidence(WEEK, alert.lnE())),
                null,
                SecondOpinions.NONE,
                compared,
                alert.history());
        return DescribeAlertPage.of(alert, detail, new Baselines());
    }
}
