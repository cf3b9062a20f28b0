package io.dripline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A patient's code, and what in words tells who somebody is, is in no column of any table, in no log line, topic record or refusal,
 * after all that a clinic can do with a session.
 */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class NobodyIsNamedTest {

    private static final Clinic CLINIC = new Clinic("clinic-of-nobody");
    private static final String WORDS =
            "Mrs Hippolyta, DOB 12/03/1961, MRN 7788991, hippo@example.org, 0412 345 678: QX-7731-0815 felt floaty";
    private static final String CODE = "QX-7731-0815";
    private static final String GLUED = "%1$s's mood, %1$s/dizzy, pt:%1$s, %1$s,vomited".formatted(CODE);
    private static final List<String> TELLING =
            List.of(CODE, "Hippolyta", "12/03/1961", "7788991", "hippo@example.org", "0412 345 678");

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final List<Response> refusals = new ArrayList<>();
    private final String reference = UUID.randomUUID().toString();

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private final Handler listener = new Handler() {

        @Override
        public void publish(LogRecord line) {
            log.add(line.getMessage() + " " + (line.getParameters() == null ? "" : List.of(line.getParameters())) + " "
                    + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(listener);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(listener);
    }

    @Test
    void nowhere() {
        String id = CLINIC.post(report(reference, WORDS))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        CLINIC.post(report(reference, WORDS)).then().statusCode(200);
        refused(409, CLINIC.post(report(reference, WORDS + " again")));
        refused(422, CLINIC.post(report(reference, WORDS).replace("\"ORAL\"", "\"ORAL\", \"weightKg\": 4")));
        refused(400, CLINIC.post(report(reference, WORDS).replace("\"ORAL\"", "\"BY " + CODE + "\"")));
        refused(400, CLINIC.post(report(reference, WORDS).substring(0, 120)));
        CLINIC.batch(report("line " + reference, WORDS).replace("\n", "") + "\n{\"patient\": \"" + CODE + "\"}")
                .then()
                .statusCode(200);
        CLINIC.put(id, "\"1\"", "Mrs Hippolyta, " + CODE + ", was weighed", report(reference, WORDS))
                .then()
                .statusCode(200);
        refused(412, CLINIC.put(id, "\"1\"", WORDS, report(reference, WORDS)));
        refused(422, CLINIC.put(id, "\"2\"", WORDS, report(reference, WORDS).replace(CODE, CODE + "-other")));
        CLINIC.request()
                .contentType("application/json")
                .body("{\"verbatim\": \"Mrs Hippolyta (" + CODE + ") vomited, " + GLUED + "\"}")
                .post("/sessions/{id}/adverse-events", id)
                .then()
                .statusCode(201);
        assertThat(CLINIC.get(id).asString()).contains("***/dizzy").doesNotContain(CODE);
        CLINIC.delete(id, "\"3\"", "Mrs Hippolyta, " + CODE + ", was entered twice, " + GLUED)
                .then()
                .statusCode(204);
        refused(409, CLINIC.delete(id, "\"4\"", WORDS));
        assertThat(CLINIC.request().get("/sessions/{id}/versions", id).asString())
                .contains("entered twice, ***'s mood")
                .doesNotContain(CODE);
        CLINIC.request()
                .contentType("application/json")
                .body("{\"patient\": \"" + CODE + "\", \"ground\": \"OBJECTION\"}")
                .post("/erasures")
                .then()
                .statusCode(201);

        List<ConsumerRecord<String, byte[]>> records =
                PublishedRecords.of(bootstrapServers, Topics.SESSIONS_REPORTED, id, 5);

        for (String table : tables()) {
            String rows =
                    Database.value("select coalesce(string_agg(t::text, ' '), '') from \"%s\" t".formatted(table));
            for (String telling : TELLING) {
                assertThat(rows.contains(telling))
                        .as("%s in %s", telling, table)
                        .isFalse();
                assertThat(rows.contains(HexFormat.of().formatHex(telling.getBytes(StandardCharsets.UTF_8))))
                        .as("the bytes of %s in %s", telling, table)
                        .isFalse();
            }
        }
        assertThat(records).allSatisfy(record -> {
            assertThat(new String(record.value(), StandardCharsets.UTF_8)).doesNotContain(TELLING);
            record.headers()
                    .forEach(header -> assertThat(new String(header.value(), StandardCharsets.UTF_8))
                            .doesNotContain(TELLING));
            assertThat(String.valueOf(PublishedRecords.opened(record))).doesNotContain(TELLING);
        });
        assertThat(refusals)
                .allSatisfy(refusal ->
                        assertThat(refusal.asString()).doesNotContainIgnoringCase(TELLING.toArray(String[]::new)));
        assertThat(log).isNotEmpty().allSatisfy(line -> assertThat(line).doesNotContain(TELLING));
    }

    private void refused(int status, Response refusal) {
        refusal.then().statusCode(status);
        refusals.add(refusal);
    }

    private static List<String> tables() {
        return List.of(Database.value("select string_agg(tablename, ' ') from pg_tables where schemaname = 'public'")
                .split(" "));
    }

    private static String report(String reference, String words) {
        return """
                {"reference": "%s", "patient": "%s", "startedAt": "2026-11-22T09:00:00+11:00", "route": "ORAL",
                 "ascertainment": "CHECKLIST", "adverseEvents": [{"verbatim": "%s"}]}""".formatted(reference, CODE, words);
    }
}
