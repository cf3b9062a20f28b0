package io.dripline.reporting.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertState;
import io.dripline.contracts.alert.AlertStep;
import io.dripline.contracts.alert.Assessment;
import io.dripline.contracts.alert.Superseded;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextStepTest {

    private static final Instant NOW = Instant.parse("2026-11-22T01:02:03Z");
    private static final NextStep ACKNOWLEDGE = new NextStep.Acknowledge();
    private static final NextStep ASSESS = new NextStep.Assess(Assessment.CONFIRMED, "Seen at the bedside.");
    private static final NextStep CLOSE = new NextStep.Close("The bolus is as before.");
    private static final NextStep SUPERSEDE = new NextStep.Supersede(new Superseded(140, 8, 0.1), "Corrected.");

    /** In the order acknowledge, assess, close, supersede. */
    @ParameterizedTest
    @CsvSource({
        "RAISED, true, true, false, true",
        "ACKNOWLEDGED, false, true, false, true",
        "ASSESSED, false, true, true, true",
        "CLOSED, false, false, false, true",
        "SUPERSEDED, false, false, true, false"
    })
    void followsSomeStatesOnly(
            AlertState state, boolean acknowledged, boolean assessed, boolean closed, boolean superseded) {
        Alert alert = inState(state);

        assertThat(List.of(ACKNOWLEDGE, ASSESS, CLOSE, SUPERSEDE))
                .extracting(step -> step.follows(alert))
                .containsExactly(acknowledged, assessed, closed, superseded);
    }

    @Test
    void whatWasSupersededAndClosedIsAtItsEnd() {
        Alert end = CLOSE.after(inState(AlertState.SUPERSEDED), "officer", NOW);

        assertThat(List.of(ACKNOWLEDGE, ASSESS, CLOSE, SUPERSEDE))
                .extracting(step -> step.follows(end))
                .containsOnly(false);
    }

    @Test
    void assessingAgainRevisesAndTheHistoryKeepsBoth() {
        Alert first = ASSESS.after(inState(AlertState.RAISED), "anna", NOW);

        Alert revised = new NextStep.Assess(Assessment.EXPLAINED, "A new regimen.").after(first, "ben", NOW);

        assertThat(revised.assessment()).isEqualTo(Assessment.EXPLAINED);
        assertThat(revised.version()).isEqualTo(first.version() + 1);
        assertThat(revised.history())
                .endsWith(
                        new AlertStep(AlertState.ASSESSED, NOW, "anna", "Seen at the bedside.", Assessment.CONFIRMED),
                        new AlertStep(AlertState.ASSESSED, NOW, "ben", "A new regimen.", Assessment.EXPLAINED));
    }

    private static Alert inState(AlertState state) {
        Alert raised = StoredAlerts.raised("any", "clinic-north", NOW);
        AlertStep step = new AlertStep(state, NOW, "officer", null, null);
        return switch (state) {
            case RAISED -> raised;
            case SUPERSEDED -> raised.after(step, new Superseded(140, 8, 0.1));
            default -> raised.after(step);
        };
    }
}
