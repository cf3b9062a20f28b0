package io.dripline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.journeys.Clinic.Reported;
import io.dripline.journeys.Officer.Row;
import io.dripline.local.rebuild.Progress;
import io.dripline.local.recode.Recode;
import io.dripline.local.stack.Part;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A session that an earlier version of the vocabulary coded otherwise than the one in use does. */
@ExtendWith(TheLine.Running.class)
class RecodeJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CLINIC = "clinic-south";
    private static final String WEEK = "2025-W26";

    private final TheLine line;
    private final Clinic clinic;
    private final Officer officer;

    RecodeJourney(TheLine line) {
        this.line = line;
        this.clinic = new Clinic(line, CLINIC);
        this.officer = new Officer(line);
    }

    @Test
    void recodingMovesTheIncidenceOnlyOnceItIsOrdered() throws Exception {
        Reported reported = clinic.reports("2025-06-23T09:00:00+10:00", "dizzy");
        eventually(new Row(1, 1, 1));
        wasCodedAsRashByYesterdaysVocabulary(reported.id());
        eventually(new Row(1, 0, 0));
        line.stop(Part.CLASSIFICATION);
        line.start(Part.CLASSIFICATION);

        String shown = recode("--dry-run");

        assertThat(shown)
                .containsPattern("(?m)^2025\\.1 +1$")
                .containsPattern("(?m)^OTHER +CNS +1$")
                .contains("of 1 sessions 1 would change");
        assertThat(cns()).isEqualTo(new Row(1, 0, 0));

        recode("--yes", "--reason", "the words of winter");

        eventually(new Row(1, 1, 1));
        line.assertEqualsRecount();
        assertThat(recode("--yes")).contains("there is nothing to recode");
    }

    private void wasCodedAsRashByYesterdaysVocabulary(String session) throws Exception {
        line.execute(Part.CLASSIFICATION, """
                insert into coded_session (session_id, version, coding_revision, status, clinic, patient, attributes, events,
                                           first_received_at, received_at, vocabulary, outcomes)
                select session_id, version, coding_revision + 1, status, clinic, patient, attributes,
                       jsonb_set(events, '{0,codings}', '[{"term": "rash", "category": "OTHER", "method": "EXACT",
                           "matched": "rash", "confidence": 0.9, "vocabulary": "2025.1"}]'),
                       first_received_at, received_at, '2025.1', outcomes
                from coded_session where session_id = '%1$s';
                update session_now set coding_revision = 2, vocabulary = '2025.1' where session_id = '%1$s'""".formatted(session));
    }

    private String recode(String... arguments) throws Exception {
        var out = new ByteArrayOutputStream();
        Recode.run(
                line.config(),
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new BufferedReader(new StringReader("")),
                Progress.SILENT);
        return out.toString(StandardCharsets.UTF_8);
    }

    private void eventually(Row expected) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(cns()).isEqualTo(expected));
    }

    private Row cns() {
        return officer.incidence("CNS", "SESSION", CLINIC, WEEK, WEEK);
    }
}
