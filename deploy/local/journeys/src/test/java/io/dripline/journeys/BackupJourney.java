package io.dripline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.local.backup.Backup;
import io.dripline.local.backup.Restore;
import io.dripline.local.rebuild.Progress;
import io.dripline.local.rebuild.Rebuild;
import io.dripline.local.stack.Ports;
import io.dripline.local.stack.StackConfig;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL is backed up and everything else lost; what PostgreSQL holds brings it all back. */
class BackupJourney {

    @TempDir
    private Path directory;

    @Test
    void bringsBackEveryReportOfBeforeItAndTheSameCounts() throws Exception {
        StackConfig config = StackConfig.of(TheLine.checkout())
                .withData(directory.resolve("data"))
                .withPorts(Ports.free());
        Path backup = directory.resolve("backup");
        String erased;
        String late;
        Changes changes;
        Officer.Row shown;
        try (TheLine line = TheLine.beside(config)) {
            changes = new Changes(new Clinic(line, "clinic-north"), false);
            for (int i = 0; i < 30; i++) {
                changes.next();
            }
            String patient = Clinic.newPatient();
            erased = new Clinic(line, "clinic-north")
                    .posts(NewSession.of(patient, "2025-07-01T09:00:00+10:00", List.of("dizzy")))
                    .id();
            line.assertEqualsRecount();
            shown = july(new Officer(line));

            new Backup(config).run(backup);

            new Clinic(line, "clinic-north").erases(patient);
            late = new Clinic(line, "clinic-north")
                    .posts(NewSession.of(Clinic.newPatient(), "2025-07-02T09:00:00+10:00", List.of("dizzy")))
                    .id();
        }

        new Restore(config).run(backup);

        try (TheLine line = TheLine.beside(config)) {
            new Rebuild(line.config(), line.parts(), Progress.SILENT).run();

            line.assertEqualsRecount();
            assertThat(july(new Officer(line))).isEqualTo(shown);
            changes.assertNothingAcknowledgedIsLost(new Clinic(line, "clinic-north"));
            assertThat(new Clinic(line, "clinic-north").reads(late).statusCode())
                    .isEqualTo(404);
            assertThat(new Clinic(line, "clinic-north").reads(erased).<String>path("adverseEvents[0].verbatim"))
                    .as("what was erased since the backup")
                    .isNull();
        }
    }

    private static Officer.Row july(Officer officer) {
        return officer.incidence("ANY", "SESSION", "clinic-north", "2025-W26", "2025-W31");
    }
}
