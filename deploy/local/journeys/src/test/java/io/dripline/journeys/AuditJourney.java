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
