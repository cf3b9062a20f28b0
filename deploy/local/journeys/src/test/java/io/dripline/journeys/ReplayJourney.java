package io.dripline.journeys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.local.replay.Replay;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.Ports;
import io.dripline.local.stack.StackConfig;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An alert that rests on a mistake: it is superseded once that is corrected, and what was said before can be said again. */
class ReplayJourney {

    private static final Map<String, String> COHORT = Map.of("clinic", "clinic-east");
    private static final int PATIENTS = 30;

    @TempDir
    Path data;

    private record Posted(NewSession session, Clinic.Reported reported) {}

    @Test
    void aCorrectionSupersedesTheAlertAndThePastStaysAsItWas() {
        try (TheLine line = TheLine.beside(StackConfig.of(TheLine.checkout())
                .withData(data)
                .withPorts(Ports.free())
                .withSetting("DRIPLINE_SUPERSEDING_INTERVAL", "PT1S"))) {
            // Given
            Clinic clinic = new Clinic(line, "clinic-east");
            Officer officer = new Officer(line);
            clinic.reports("2026-06-01T08:00:00+10:00");
            clinic.reports("2026-06-09T08:00:00+10:00", "vomited");
            eventually(officer, 2, 0);
            String saidAtFirst = officer.said(null);
            Instant atFirst = Instant.now();
            List<Posted> mistaken = postsAnExcess(clinic);
            patiently().until(() -> !officer.alerts("CNS", "clinic-east").isEmpty());
            eventually(officer, 2 + PATIENTS, PATIENTS / 2);
            String saidOfTheExcess = officer.said(null);
            Instant atTheExcess = Instant.now();
            Map<String, Object> alert = officer.alerts("CNS", "clinic-east").getFirst();

            // When
            mistaken.stream()
                    .limit(PATIENTS / 2 - 2)
                    .forEach(one -> clinic.amends(one.reported(), one.session().with()));

            // Then
            patiently()
                    .untilAsserted(() -> assertThat(officer.alerts("CNS", "clinic-east"))
                            .singleElement()
                            .satisfies(now -> assertThat(now).containsEntry("state", "SUPERSEDED")));
            assertThat(officer.alerts("CNS", "clinic-east").getFirst())
                    .containsEntry("id", alert.get("id"))
                    .containsEntry("lnE", alert.get("lnE"))
                    .containsEntry("affected", alert.get("affected"));
            eventually(officer, 2 + PATIENTS, 2);
            assertThat(officer.comparison("CNS", COHORT).get("verdict")).isNotEqualTo("EXCEEDS");
            assertThat(officer.said(atFirst)).isEqualTo(saidAtFirst);
            assertThat(officer.said(atTheExcess)).isEqualTo(saidOfTheExcess).isNotEqualTo(saidAtFirst);
            assertThat(officer.said(Instant.now()))
                    .isEqualTo(officer.said(null))
                    .isNotEqualTo(saidOfTheExcess);
            assertThat(replay(line, "--json", "--as-of", atTheExcess.toString()).strip())
                    .isEqualTo(saidOfTheExcess);
            assertThat(replay(line, "--as-of", atTheExcess.toString()))
                    .containsPattern("(?m)^table9-cns@clinic-east +32 +15 +15 .*EXCEEDS");
            assertThat(replay(line, "--as-of", atFirst.toString()))
                    .containsPattern("(?m)^table9-cns@clinic-east +2 +0 +0 .*TOO_FEW");
            assertThatAClinicSeesItsOwnPastOnly(line, atTheExcess);
            line.assertEqualsRecount();
        }
    }

    private static List<Posted> postsAnExcess(Clinic clinic) {
        List<Posted> affected = new ArrayList<>();
        for (int i = 0; i < PATIENTS; i++) {
            List<String> events = i % 2 == 0 ? List.of("room was spinning") : List.of();
            NewSession session =
                    NewSession.of(Clinic.newPatient(), "2026-06-%02dT09:00:00+10:00".formatted(1 + i % 20), events);
            Posted posted = new Posted(session, clinic.posts(session));
            if (!events.isEmpty()) {
                affected.add(posted);
            }
        }
        return affected;
    }

    private static void assertThatAClinicSeesItsOwnPastOnly(TheLine line, Instant asOf) {
        List<String> monitors = given().auth()
                .oauth2(Tokens.ofMachine(line.config(), "clinic-east", "local-clinic-east")
                        .current())
                .queryParam("asOf", asOf.toString())
                .get(line.address(Part.REPORTING) + "/api/comparisons")
                .then()
                .statusCode(200)
                .extract()
                .path("monitor");
        assertThat(monitors)
                .hasSize(5)
                .allSatisfy(monitor -> assertThat(monitor).endsWith("@clinic-east"));
    }

    private static void eventually(Officer officer, int exposed, int affected) {
        patiently()
                .untilAsserted(() -> assertThat(officer.comparison("CNS", COHORT))
                        .containsEntry("exposed", exposed)
                        .containsEntry("affected", affected));
    }

    private static String replay(TheLine line, String... arguments) {
        var out = new ByteArrayOutputStream();
        Replay.run(line.config(), List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200));
    }
}
