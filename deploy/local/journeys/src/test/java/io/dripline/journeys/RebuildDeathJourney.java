package io.dripline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.journeys.Officer.Row;
import io.dripline.local.rebuild.Progress;
import io.dripline.local.rebuild.Rebuild;
import io.dripline.local.stack.CountedGeneration;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.UnfinishedRebuild;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rebuild dies by kill -9 where the least is noted, and reporting where it has changed over and not judged. */
@ExtendWith(TheLine.Running.class)
class RebuildDeathJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TheLine line;
    private final Clinic clinic;
    private final Officer officer;
    private final StandingAlert standing;

    RebuildDeathJourney(TheLine line) {
        this.line = line;
        this.clinic = new Clinic(line, "clinic-south");
        this.officer = new Officer(line);
        this.standing = new StandingAlert(line);
    }

    /** @param isRestarted whether everything but PostgreSQL and Keycloak is started anew before it is called again, as by a new {@code up} */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void betweenKafkasDeletionAndTheNoteOfTheNewGeneration(boolean isRestarted) throws Exception {
        Map<String, Object> alert = standing.raised();
        int before = officer.generation();
        Row shown = RebuildJourney.watched(officer);
        try (var rebuild = StepwiseRebuild.begin(line)) {
            rebuild.until("starting Kafka, incidence and classification again");
            rebuild.kill();
        }
        assertThat(line.config().dataOf(Part.KAFKA)).doesNotExist();
        assertThat(CountedGeneration.read(line.config())).isEqualTo(before);
        if (isRestarted) {
            List.of(Part.INTAKE, Part.REPORTING).forEach(line::stop);
            List.of(Part.KAFKA, Part.INTAKE, Part.CLASSIFICATION, Part.INCIDENCE, Part.REPORTING)
                    .forEach(line::start);
        }
        clinic.reports("2025-10-01T09:00:00+10:00", "room was spinning");
        assertThat(officer.generation()).isEqualTo(before);
        assertThat(RebuildJourney.watched(officer)).isEqualTo(shown);

        rebuildAgain();

        assertThat(officer.generation()).isEqualTo(before + 2);
        assertThat(RebuildJourney.watched(officer))
                .isEqualTo(new Row(shown.exposed() + 1, shown.affected() + 1, shown.possible() + 1));
        line.assertEqualsRecount();
        standing.assertStands(alert);
    }

    /** What is reported after the wipe is first counted by the new generation: what it deserves is raised by nobody before. */
    @Test
    void betweenTheChangeOverAndTheAlerts() throws Exception {
        Map<String, Object> alert = standing.raised();
        int before = officer.generation();
        assertThat(newAlerts()).isEmpty();
        try (var rebuild = StepwiseRebuild.begin(line);
                var held = HeldJudgement.of(line)) {
            rebuild.until("starting Kafka, incidence and classification again");
            StandingAlert.reportAnExcess(clinic, "threw up");
            rebuild.until("generation %d is counted".formatted(before + 1));
            rebuild.kill();
            await().atMost(PATIENCE).until(() -> held.shown() == before + 1 && held.waiting() == 1);
            assertThat(officer.generation()).isEqualTo(before + 1);
            assertThat(newAlerts()).isEmpty();
            line.kill(Part.REPORTING);
        }

        line.start(Part.REPORTING);

        await().atMost(PATIENCE).until(() -> newAlerts().size() == 1);
        rebuildAgain();
        assertThat(officer.generation()).isEqualTo(before + 1);
        line.assertEqualsRecount();
        standing.assertStands(alert);
        assertThat(newAlerts())
                .singleElement()
                .satisfies(raised -> StandingAlert.assertThatTheTopicHolds(line, raised));
    }

    private void rebuildAgain() throws Exception {
        new Rebuild(line.config(), line.parts(), Progress.SILENT).run();
        assertThat(UnfinishedRebuild.exists(line.config())).isFalse();
    }

    private List<Map<String, Object>> newAlerts() {
        return officer.alerts("GI", "clinic-south");
    }
}
