package io.dripline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.journeys.Officer.Row;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Words that nobody knows, and a person who decides what they mean and then that they mean nothing. */
@ExtendWith(TheLine.Running.class)
class RulingJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CLINIC = "clinic-south";
    private static final String WEEK = "2025-W24";
    private static final String WORDS = "blorgled in the quonkle";

    private final TheLine line;
    private final Clinic clinic;
    private final Officer officer;

    RulingJourney(TheLine line) {
        this.line = line;
        this.clinic = new Clinic(line, CLINIC);
        this.officer = new Officer(line);
    }

    @Test
    void aRulingMovesTheIncidenceOfThePastAndARevisionMovesItBack() {
        clinic.reports("2025-06-09T09:00:00+10:00");
        clinic.reports("2025-06-10T09:00:00+10:00", WORDS);
        eventually("CNS", new Row(2, 0, 1));
        Map<String, Object> review = officer.review(WORDS).orElseThrow();
        assertThat(review).containsEntry("occurrences", 1).containsEntry("clinics", List.of(CLINIC));
        String id = (String) review.get("id");

        int ruled = officer.rules(
                id, 0, Map.of("terms", List.of("dissociation"), "reason", "so the nurses of this clinic say"));

        assertThat(ruled).isEqualTo(1);
        assertThat(officer.review(WORDS)).isEmpty();
        eventually("CNS", new Row(2, 1, 1));
        assertThat(rate("GI")).isEqualTo(new Row(2, 0, 0));

        int revised = officer.rules(id, 1, Map.of("notAnEvent", true, "reason", "it is the name of a ward"));

        assertThat(revised).isEqualTo(1);
        eventually("CNS", new Row(2, 0, 0));
        clinic.reports("2025-06-11T09:00:00+10:00", "Blorgled in the quonkle.", "vomited");
        eventually("GI", new Row(3, 1, 1));
        assertThat(rate("CNS")).isEqualTo(new Row(3, 0, 0));
        assertThat(officer.review(WORDS)).isEmpty();
        line.assertEqualsRecount();
    }

    private void eventually(String measure, Row expected) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(rate(measure)).isEqualTo(expected));
    }

    private Row rate(String measure) {
        return officer.incidence(measure, "SESSION", CLINIC, WEEK, WEEK);
    }
}
