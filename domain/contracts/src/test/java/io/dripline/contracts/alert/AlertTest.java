package io.dripline.contracts.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.contracts.session.Ascertainment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AlertTest {

    private static final Instant NOW = Instant.parse("2026-11-22T01:02:03Z");
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W45");

    private final Alert raised = new Alert(
            ContractJson.SCHEMA,
            UUID.randomUUID(),
            1,
            "cns",
            "CNS",
            Unit.FIRST_COURSE,
            Map.of(),
            AlertState.RAISED,
            null,
            Promise.NONE,
            List.of(),
            40,
            14,
            6.5,
            500,
            NOW,
            WEEK,
            new AlertEvidence(
                    "cns",
                    0.08,
                    Ascertainment.CHECKLIST,
                    "course",
                    0.04,
                    2,
                    10.5,
                    0.8,
                    1,
                    WEEK,
                    List.of(new WeekCount(WEEK, 40, 14))),
            List.of(new WeekEvidence(WEEK, 6.5)),
            List.of(new ComparedFigure("cns", "CNS", 0.08, true)),
            null,
            List.of(step(AlertState.RAISED, null)));

    @Test
    void aStepIsTheNextVersionAndKeepsWhatWasBefore() {
        Alert assessed = raised.after(step(AlertState.ASSESSED, Assessment.EXPLAINED));

        Alert closed = assessed.after(step(AlertState.CLOSED, null));

        assertThat(closed.version()).isEqualTo(3);
        assertThat(closed.assessment()).isEqualTo(Assessment.EXPLAINED);
        assertThat(closed.history())
                .extracting(AlertStep::state)
                .containsExactly(AlertState.RAISED, AlertState.ASSESSED, AlertState.CLOSED);
        assertThat(closed.evidence()).isEqualTo(raised.evidence());
        assertThat(closed.trajectory()).isEqualTo(raised.trajectory());
        assertThat(closed.figures()).isEqualTo(raised.figures());
        assertThat(closed.latched()).isTrue();
    }

    @Test
    void whatWasSupersededStandsNoMoreEvenWhenItIsClosed() {
        Alert superseded = raised.after(step(AlertState.SUPERSEDED, null), new Superseded(40, 5, 0.25));

        Alert closed = superseded.after(step(AlertState.CLOSED, null));

        assertThat(superseded.latched()).isFalse();
        assertThat(closed.latched()).isFalse();
        assertThat(closed.lnE()).isEqualTo(6.5);
        assertThat(closed.superseded()).isEqualTo(new Superseded(40, 5, 0.25));
    }

    @Test
    void correctedFiguresThatContradictThemselvesAreRefused() {
        assertThatThrownBy(() -> new Superseded(4, 5, 0)).hasMessageContaining("found 5 of 4");
        assertThatThrownBy(() -> new Superseded(5, 4, Double.NaN)).hasMessageContaining("lnE");
    }

    private static AlertStep step(AlertState state, Assessment assessment) {
        return new AlertStep(state, NOW, "officer", null, assessment);
    }
}
