package io.dripline.intake.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.dripline.intake.Clinic;
import io.dripline.intake.Database;
import io.dripline.intake.FixedClock;
import io.dripline.intake.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A database that is brought back from a backup knows of no erasure since; a file beside it does. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class RepeatErasuresTest {

    private static final Clinic CLINIC = new Clinic("clinic-brought-back");

    @ConfigProperty(name = "dripline.erasures.file")
    Path file;

    @Inject
    RepeatErasures repeatErasures;

    private final String code = "B-" + UUID.randomUUID();

    @Test
    void anErasureIsNotedByItsSessionsAndNothingThatTellsWhose() throws IOException {
        String id = reported("noted", "felt floaty");
        String patient = Database.value("select patient from session_version where session_id = '%s'".formatted(id));

        String erasure = erase();

        String line = Files.readAllLines(file).getLast();
        assertThat(line)
                .contains(erasure, id, "\"CONSENT_WITHDRAWN\"", CLINIC.id())
                .doesNotContain(code, patient, "floaty");
    }

    /** As after bringing back: the words of before are there, and neither erasure nor version of after. */
    @Test
    void whatWasErasedAfterTheBackupIsErasedAgainAndNoMoreThanThat() throws IOException {
        String erased = reported("before", "felt floaty");
        String other = reported("another", "vomited");
        String noted = UUID.randomUUID().toString();
        note(noted, erased);

        assertThat(repeatErasures.repeat()).isEqualTo(1);

        CLINIC.get(erased)
                .then()
                .body("version", equalTo(2))
                .body("adverseEvents[0].verbatim", nullValue())
                .body("adverseEvents[0].severity", equalTo("MILD"));
        assertThat(Database.count("patient_key where session_id = '%s'".formatted(erased)))
                .isZero();
        CLINIC.get(other).then().body("adverseEvents[0].verbatim", equalTo("vomited"));
        CLINIC.request().get("/erasures").then().body("id", hasItem(noted));

        CLINIC.put(erased, "\"2\"", "said later", report("before", "felt odd"))
                .then()
                .statusCode(200);
        assertThat(repeatErasures.repeat()).as("at the next start").isZero();
        CLINIC.get(erased).then().body("adverseEvents[0].verbatim", equalTo("felt odd"));
    }

    @Test
    void sessionsThatTheBackupDoesNotHoldAreNobodys() throws IOException {
        note(UUID.randomUUID().toString(), UUID.randomUUID().toString());

        assertThat(repeatErasures.repeat()).isZero();
    }

    @Test
    void aLineThatACrashCutOffIsTakenAwayAndAnotherThatIsNoneIsNamed() throws IOException {
        List<String> before = Files.exists(file) ? Files.readAllLines(file) : List.of();
        append("{\"id\": \"0193");

        repeatErasures.repeat();

        assertThat(lines()).isEqualTo(before);
        append("not an erasure\n");
        try {
            assertThatThrownBy(repeatErasures::repeat)
                    .hasMessageContaining("line " + (before.size() + 1))
                    .hasMessageContaining("expected an erasure");
        } finally {
            Files.write(file, before);
        }
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(file);
    }

    private void note(String id, String session) throws IOException {
        append("""
                {"id":"%s","clinic":"%s","ground":"OBJECTION","who":"%s","erasedAt":"%s","sessions":["%s"]}
                """.formatted(id, CLINIC.id(), CLINIC.id(), FixedClock.NOW, session));
    }

    private void append(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private String erase() {
        return CLINIC.request()
                .contentType("application/json")
                .body("{\"patient\": \"%s\", \"ground\": \"CONSENT_WITHDRAWN\"}".formatted(code))
                .post("/erasures")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String reported(String reference, String words) {
        return CLINIC.post(report(reference, words))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String report(String reference, String words) {
        return """
                {"reference": "%s %s", "patient": "%s", "startedAt": "2026-11-22T09:00:00+11:00", "route": "ORAL",
                 "ascertainment": "CHECKLIST", "adverseEvents": [{"verbatim": "%s", "severity": "MILD"}]}""".formatted(reference, UUID.nameUUIDFromBytes(code.getBytes()), code, words);
    }
}
