package io.dripline.journeys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.local.rebuild.Progress;
import io.dripline.local.rebuild.Rebuild;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.Ports;
import io.dripline.local.stack.StackConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A new version counts by another rule. The course gap stands for whatever may change: it is part of the rule that is kept
 * with the counts, as the measures are.
 */
class UpgradeJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path data;

    @Test
    void theOldCountIsShownUntilARebuildCountsByTheNewRule() throws Exception {
        StackConfig installed =
                StackConfig.of(TheLine.checkout()).withData(data).withPorts(Ports.free());
        String patient = Clinic.newPatient();
        try (TheLine former = TheLine.beside(installed.withSetting("DRIPLINE_INCIDENCE_COURSE_GAP", "PT24H"))) {
            reportTwoDaysApart(former, patient);
            await().atMost(PATIENCE).until(() -> courses(former) == 2);
        }

        try (TheLine upgraded = TheLine.beside(installed)) {
            await().atMost(PATIENCE)
                    .until(() -> Files.readString(upgraded.config().log(Part.INCIDENCE))
                            .contains("Generation 1 was counted by another rule: run ./dripline rebuild"));
            await().atMost(PATIENCE).until(() -> live(upgraded) == 503);
            reportTwoDaysApart(upgraded, Clinic.newPatient());
            assertThat(courses(upgraded)).isEqualTo(2);

            new Rebuild(upgraded.config(), upgraded.parts(), Progress.SILENT).run();

            assertThat(new Officer(upgraded).generation()).isEqualTo(2);
            assertThat(courses(upgraded)).isEqualTo(2);
            assertThat(sessions(upgraded)).isEqualTo(4);
            assertThat(live(upgraded)).isEqualTo(200);
            upgraded.assertEqualsRecount();
        }
    }

    private static void reportTwoDaysApart(TheLine line, String patient) {
        var clinic = new Clinic(line, "clinic-north");
        clinic.posts(NewSession.of(patient, "2025-09-02T09:00:00+10:00", List.of()));
        clinic.posts(NewSession.of(patient, "2025-09-04T09:00:00+10:00", List.of()));
    }

    private static long courses(TheLine line) {
        return exposed(line, "COURSE");
    }

    private static long sessions(TheLine line) {
        return exposed(line, "SESSION");
    }

    private static long exposed(TheLine line, String unit) {
        return new Officer(line)
                .incidence("ANY", unit, "clinic-north", "2025-W36", "2025-W36")
                .exposed();
    }

    private static int live(TheLine line) {
        return given().get(line.address(Part.INCIDENCE) + "/q/health/live").statusCode();
    }
}
