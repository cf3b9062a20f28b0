package io.dripline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.dripline.contracts.alert.AlertState;
import io.dripline.contracts.alert.AlertStep;
import io.dripline.local.stack.Part;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TheLine.Running.class)
class ExcessToAlertJourney {

    private static final LocalDate WEEK = LocalDate.of(2026, 6, 1);

    private final TheLine line;
    private final Clinic clinic;
    private final Officer officer;

    ExcessToAlertJourney(TheLine line) {
        this.line = line;
        this.clinic = new Clinic(line, "clinic-east");
        this.officer = new Officer(line);
    }

    @Test
    void enoughExcessBecomesOneAlertThatStays() {
        for (int i = 0; i < 30; i++) {
            String start = "2026-06-%02dT09:00:00+10:00".formatted(1 + i % 5);
            if (i % 2 == 0) {
                clinic.reports(start, "room was spinning");
            } else {
                clinic.reports(start);
            }
        }

        Map<String, Object> alert = await().atMost(Duration.ofSeconds(60))
                .until(() -> officer.alerts("CNS", "clinic-east"), alerts -> !alerts.isEmpty())
                .getFirst();

        assertThat(alert).containsEntry("state", "RAISED").containsEntry("unit", "FIRST_COURSE");
        assertThat(((Number) alert.get("lnE")).doubleValue())
                .isGreaterThanOrEqualTo(Math.log(((Number) alert.get("threshold")).doubleValue()));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(officer.comparison("CNS", Map.of("clinic", "clinic-east")))
                        .containsEntry("verdict", "EXCEEDS")
                        .containsEntry("promise", "PROVISIONAL"));
        assertThat(officer.alerts("GI", "clinic-east")).isEmpty();

        clinic.talliesWhatItPosted(WEEK);
        awaitPromise("HOLDS");
        clinic.reports("2026-06-04T12:00:00+10:00");
        awaitPromise("PROVISIONAL");
        clinic.talliesWhatItPosted(WEEK);
        awaitPromise("HOLDS");

        line.crash(Part.REPORTING);
        clinic.reports("2026-06-05T12:00:00+10:00", "room was spinning");
        line.assertEqualsRecount();
        awaitPromise("PROVISIONAL");

        String id = alert.get("id").toString();
        officer.steps(id, officer.version(id), "acknowledgement", Map.of());
        officer.steps(
                id,
                officer.version(id),
                "assessment",
                Map.of("assessment", "EXPLAINED", "reason", "A new regimen, under review."));
        officer.steps(id, officer.version(id), "closure", Map.of("reason", "The regimen was changed back."));

        List<Map<String, Object>> afterwards = officer.alerts("CNS", "clinic-east");
        assertThat(afterwards)
                .singleElement()
                .satisfies(same -> assertThat(same)
                        .containsEntry("id", id)
                        .containsEntry("lnE", alert.get("lnE"))
                        .containsEntry("state", "CLOSED")
                        .containsEntry("assessment", "EXPLAINED"));
        assertThat(officer.comparison("CNS", Map.of("clinic", "clinic-east")))
                .as("what was closed stands")
                .containsEntry("verdict", "EXCEEDS");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(AlertsTopic.of(line, id))
                        .last()
                        .satisfies(last -> assertThat(last.history())
                                .extracting(AlertStep::state, AlertStep::by)
                                .contains(
                                        tuple(AlertState.RAISED, "dripline"),
                                        tuple(AlertState.ACKNOWLEDGED, "officer"),
                                        tuple(AlertState.ASSESSED, "officer"),
                                        tuple(AlertState.CLOSED, "officer"))));
    }

    private void awaitPromise(String promise) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(officer.comparison("CNS", Map.of("clinic", "clinic-east")))
                    .containsEntry("verdict", "EXCEEDS")
                    .containsEntry("promise", promise);
            assertThat(officer.alerts("CNS", "clinic-east"))
                    .singleElement()
                    .satisfies(alert -> assertThat(alert).containsEntry("promise", promise));
        });
    }
}
