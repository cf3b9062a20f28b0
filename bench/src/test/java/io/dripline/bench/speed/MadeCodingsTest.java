package io.dripline.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.incidence.Cell;
import io.dripline.counting.CountedSession;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MadeCodingsTest {

    private static final LocalDate LATEST = LocalDate.of(2026, 11, 28);

    private static List<CodedSession> made(long seed, int many) {
        return Stream.generate(new MadeCodings(seed, LATEST, Clinic.OF_TWO_YEARS)::next)
                .limit(many)
                .toList();
    }

    @Test
    void areTheSameOfTheSameSeedOnly() {
        assertThat(made(7, 100)).isEqualTo(made(7, 100)).doesNotContainAnyElementsOf(made(8, 100));
    }

    @Test
    void areSixOfAPatientADayApartWithTwoCodedEventsEach() {
        List<CodedSession> sessions = made(7, 600);
        for (int i = 0; i < sessions.size(); i++) {
            CodedSession session = sessions.get(i);
            CodedSession first = sessions.get(i - i % MadeReports.COURSE);
            assertThat(session.patient()).isEqualTo(first.patient());
            assertThat(session.attributes().startedAt())
                    .isEqualTo(first.attributes().startedAt().plusDays(i % MadeReports.COURSE));
            assertThat(session.attributes().startedAt().toLocalDate())
                    .isBetween(LATEST.minusDays(Clinic.OF_TWO_YEARS - 1L), LATEST);
            assertThat(session.events())
                    .hasSize(2)
                    .allSatisfy(event -> assertThat(event.codings()).hasSize(1));
        }
        assertThat(sessions.stream().map(CodedSession::patient).distinct()).hasSize(100);
    }

    /** A record that counting refuses would be a dead letter, and the round would wait for it in vain. */
    @Test
    void canBeCountedAsTheyAreWritten() {
        List<String> cells = made(7, 6_000).stream()
                .map(session -> ContractJson.read(ContractJson.write(session), CodedSession.class))
                .map(CountedSession::of)
                .map(CountedSession::cell)
                .map(Cell::key)
                .distinct()
                .toList();

        assertThat(cells).hasSizeGreaterThan(500);
    }
}
