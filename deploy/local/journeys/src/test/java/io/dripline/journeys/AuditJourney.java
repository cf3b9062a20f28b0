package io.dripline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.journeys.Clinic.Reported;
import io.dripline.local.audit.Audit;
import io.dripline.local.stack.Part;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the running services sealed is verified from outside, and what an administrator changes is named. */
@ExtendWith(TheLine.Running.class)
class AuditJourney {

    private final TheLine line;
    private final Clinic clinic;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    AuditJourney(TheLine line) {
        this.line = line;
        this.clinic = new Clinic(line, "clinic-east");
    }

    @Test
    void aChangeBehindTheServicesBackIsNamed() throws Exception {
        Reported reported = clinic.reports("2025-05-05T09:00:00+11:00", "felt dizzy");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(verifies()).as(said.toString()).isTrue();
            assertThat(said.toString()).contains("intake: ").doesNotContain("session_version=");
        });

        change("who", reported, "somebody else");
        try {
            assertThat(verifies()).isFalse();
            assertThat(said.toString())
                    .contains("intake: session_version " + reported.id() + " 1 (seal ", "[ROW_CHANGED]")
                    .contains("1 things are not what was sealed");
        } finally {
            change("who", reported, clinic.name());
        }
        assertThat(verifies()).as(said.toString()).isTrue();
    }

    /** Words that nobody erased cannot be read any more, and somebody did that. */
    @Test
    void aKeyThatSomebodyDeletedIsNamed() throws Exception {
        Reported reported = clinic.reports("2025-05-06T09:00:00+11:00", "felt dizzy");
        String of = "where session_id = '%s' and version = 1".formatted(reported.id());
        line.execute(Part.INTAKE, "create table journey_kept as select * from patient_key " + of);
        try {
            line.execute(Part.INTAKE, "delete from patient_key " + of);

            assertThat(verifies()).isFalse();
            assertThat(said.toString())
                    .contains("intake: patient_key " + reported.id() + " 1: the row is gone", "[COMPANION_MISSING]");
        } finally {
            line.execute(Part.INTAKE, "insert into patient_key select * from journey_kept; drop table journey_kept");
        }
    }

    private void change(String column, Reported reported, String value) throws Exception {
        line.execute(
                Part.INTAKE,
                "update session_version set %s = '%s' where session_id = '%s'".formatted(column, value, reported.id()));
    }

    private boolean verifies() throws Exception {
        said.reset();
        return new Audit(line.config(), Map.of(), new PrintStream(said, true)).verify(List.of());
    }
}
