package io.dripline.reporting.dashboard.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertState;
import io.dripline.contracts.alert.AlertStep;
import io.dripline.contracts.alert.Assessment;
import io.dripline.contracts.alert.Promise;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.alert.SomeEvidence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who did something with an alert is the one who did it, whatever was judged since. */
class AlertWordsTest {

    private static final Instant RAISED_AT = Instant.parse("2026-11-22T01:02:03Z");
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W45");

    private final AlertStep raised = step(AlertState.RAISED, 0, "dripline", null);
    private final AlertStep acknowledged = step(AlertState.ACKNOWLEDGED, 1, "anna", null);
    private final AlertStep assessed = step(AlertState.ASSESSED, 2, "anna", Assessment.CONFIRMED);

    @Test
    void aPromiseJudgedAnewIsNoStepOfAPerson() {
        Alert alert = raised().after(acknowledged).after(step(AlertState.ACKNOWLEDGED, 9, "dripline", null));

        assertThat(AlertWords.of(alert).before()).isEqualTo("Acknowledged by anna, ");
        assertThat(AlertWords.of(alert).at()).isEqualTo(new ShownTime(acknowledged.at()));
    }

    @Test
    void theLastAssessmentCounts() {
        Alert alert = raised().after(assessed)
                .after(step(AlertState.ASSESSED, 3, "ben", Assessment.EXPLAINED))
                .after(step(AlertState.ASSESSED, 9, "dripline", null));

        assertThat(AlertWords.of(alert).before()).isEqualTo("Assessed as explained by ben, ");
    }

    @Test
    void aHistoryTellsAPromiseFromAStep() {
        assertThat(AlertWords.of(raised, null)).isEqualTo("Raised");
        assertThat(AlertWords.of(acknowledged, raised)).isEqualTo("Acknowledged");
        assertThat(AlertWords.of(step(AlertState.ACKNOWLEDGED, 9, "dripline", null), acknowledged))
                .isEqualTo("Promise judged anew");
        assertThat(AlertWords.of(assessed, assessed)).isEqualTo("Assessed as confirmed");
    }

    private static AlertStep step(AlertState state, int hours, String by, @Nullable Assessment assessment) {
        return new AlertStep(state, RAISED_AT.plusSeconds(3600L * hours), by, null, assessment);
    }

    private Alert raised() {
        return new Alert(
                ContractJson.SCHEMA,
                UUID.randomUUID(),
                1,
                "table9-cns@clinic-north",
                "CNS",
                Unit.FIRST_COURSE,
                Map.of("clinic", "clinic-north"),
                AlertState.RAISED,
                null,
                Promise.PROVISIONAL,
                List.of("Open: 2026-W45."),
                40,
                14,
                9.80537612610384,
                500.0,
                RAISED_AT,
                WEEK,
                SomeEvidence.ofCns(WEEK),
                null,
                null,
                null,
                List.of(raised));
    }
}
