package io.dripline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dripline.contracts.Topics;
import io.dripline.privacy.seal.DataKey;
import io.dripline.privacy.seal.KeyRing;
import io.dripline.privacy.seal.TextPlace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The longest session that the doors take reaches the topic, although it is longer than any body. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class LongestReportTest {

    private static final Clinic CLINIC = new Clinic("clinic-of-the-longest");
    private static final int MOST_EVENTS = 200;
    private static final int LONGEST_BODY = 1 << 20;

    /** Three bytes a character, which is the most: JSON escapes the others that are allowed with one character more. */
    private static final String WORDS = "\u20AC".repeat(4000);

    private static final ObjectMapper JSON = new ObjectMapper();

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @ConfigProperty(name = "mp.messaging.outgoing.sessions-reported.max.request.size")
    int longestRecord;

    @Test
    void aBodyOfTheGreatestLengthBecomesALongerRecord() throws Exception {
        String body = reportOf(MOST_EVENTS, LONGEST_BODY);

        String id = CLINIC.post(body).then().statusCode(201).extract().path("id");

        assertThat(body.getBytes(StandardCharsets.UTF_8)).hasSize(LONGEST_BODY);
        assertThat(published(id, 1).value()).hasSizeGreaterThan(LONGEST_BODY);
    }

    /** Events are added one by one; all but the first body and the last event are added here by SQL, to save an hour. */
    @Test
    void theLongestSessionIsPublished() throws Exception {
        int inOneBody = 80;
        String id = CLINIC.post(fullReport("longest", inOneBody))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Database.execute("""
                with added as (select gen_random_uuid() as event_id from generate_series(1, %2$d)),
                first as (select * from session_version where session_id = '%1$s')
                insert into session_version (session_id, version, status, clinic, reference, patient, content, who,
                                             content_hash, first_received_at, received_at)
                select session_id, 2, status, clinic, reference, patient,
                       jsonb_set(content, '{events}', content -> 'events' || (
                           select jsonb_agg(content #> '{events,0}' || jsonb_build_object('id', event_id)) from added)),
                       who, content_hash, first_received_at, received_at from first
                """.formatted(id, MOST_EVENTS - 1 - inOneBody));
        sealWordsOfEveryEvent(id);

        CLINIC.request()
                .contentType("application/json; charset=utf-8")
                .body(JSON.writeValueAsString(fullEvent()))
                .post("/sessions/{id}/adverse-events", id)
                .then()
                .statusCode(201)
                .body("adverseEvents", hasSize(MOST_EVENTS));

        ConsumerRecord<String, byte[]> published = published(id, 3);
        byte[] record = published.value();
        assertThat(longestRecord).isEqualTo(Topics.LONGEST_RECORD);
        assertThat(record).hasSizeGreaterThan(2 * LONGEST_BODY).hasSizeLessThan(Topics.LONGEST_RECORD * 5 / 6);
        assertThat(PublishedRecords.opened(published).adverseEvents())
                .hasSize(MOST_EVENTS)
                .allSatisfy(event -> assertThat(event.verbatim()).isEqualTo(WORDS));
    }

    /** As intake does it, for the version that SQL wrote. */
    private static void sealWordsOfEveryEvent(String id) {
        DataKey key =
                new KeyRing(ConfigProvider.getConfig().getValues("dripline.free-text.keys", String.class)).create();
        TextPlace place = new TextPlace(UUID.fromString(id), 2);
        HexFormat hex = HexFormat.of();
        Database.execute(
                "insert into patient_key select session_id, 2, patient, '\\x%s' from patient_key where session_id = '%s'"
                        .formatted(hex.formatHex(key.wrapped()), id));
        String events = Database.value("""
                select string_agg(event ->> 'id', ' ') from session_version, jsonb_array_elements(content -> 'events') as event
                where session_id = '%s' and version = 2""".formatted(id));
        for (String event : events.split(" ")) {
            Database.execute("insert into session_text values ('%s', 2, '%s', '\\x%s')"
                    .formatted(id, event, hex.formatHex(key.seal(WORDS, place.ofWords(UUID.fromString(event))))));
        }
    }

    private ConsumerRecord<String, byte[]> published(String id, int version) {
        List<ConsumerRecord<String, byte[]>> records =
                PublishedRecords.of(bootstrapServers, Topics.SESSIONS_REPORTED, id, version);
        return records.getLast();
    }

    /** Events whose words fill the body up to {@code length} bytes. */
    private static String reportOf(int events, int length) throws Exception {
        ObjectNode report = head("body");
        ArrayNode list = report.putArray("adverseEvents");
        for (int i = 0; i < events; i++) {
            list.addObject().put("verbatim", "x");
        }
        int missing = length - JSON.writeValueAsBytes(report).length;
        for (int i = 0; i < events; i++) {
            int share = missing / events + (i < missing % events ? 1 : 0);
            // A euro takes three bytes for its one character.
            int euros = Math.max(0, (share - 3999 + 1) / 2);
            String words = "x".repeat(1 + share - 3 * euros) + "\u20AC".repeat(euros);
            ((ObjectNode) list.get(i)).put("verbatim", words);
        }
        return JSON.writeValueAsString(report);
    }

    private static String fullReport(String reference, int events) throws Exception {
        ObjectNode report = head(reference);
        report.put("endedAt", "2026-11-20T09:40:00.123456789+11:00:30")
                .put("formulation", "ARKETAMINE")
                .put("indication", "COMPLEX_REGIONAL_PAIN_SYNDROME")
                .put("plannedSessions", 60)
                .put("weightKg", 70.12345678901234)
                .put("setting", "OUTPATIENT")
                .put("monitored", false)
                .put("previouslyTreated", "UNKNOWN")
                .put("opioidMgMorphineEquivalentPerDay", 1234.567890123456);
        report.putObject("plannedDose")
                .put("bolusMgPerKg", 0.2123456789012345)
                .put("mgPerKgPerHour", 0.5123456789012345);
        report.putObject("givenDose").put("totalMg", 12345.678901234567);
        for (String premedication : List.of("MIDAZOLAM", "CLONIDINE", "OTHER_BENZODIAZEPINE", "ANTIEMETIC", "OTHER")) {
            report.withArray("premedication").add(premedication);
        }
        for (String condition : List.of(
                "UNCONTROLLED_CARDIOVASCULAR",
                "PREGNANCY",
                "ACTIVE_PSYCHOSIS",
                "HEPATIC_SEVERE",
                "HEPATIC_MODERATE",
                "RAISED_INTRACRANIAL_PRESSURE",
                "RAISED_INTRAOCULAR_PRESSURE",
                "SUBSTANCE_ABUSE")) {
            report.withArray("conditions").add(condition);
        }
        for (int i = 0; i < events; i++) {
            report.withArray("adverseEvents").add(fullEvent());
        }
        return JSON.writeValueAsString(report);
    }

    private static ObjectNode head(String reference) {
        return JSON.createObjectNode()
                .put("reference", reference)
                .put("patient", "P-0042")
                .put("startedAt", "2026-11-20T09:00:00.123456789+11:00:30")
                .put("route", "INTRAVENOUS")
                .put("ascertainment", "SPONTANEOUS");
    }

    private static ObjectNode fullEvent() {
        ObjectNode event = JSON.createObjectNode()
                .put("verbatim", WORDS)
                .put("onsetAt", "2026-11-20T09:20:00.123456789+11:00:30")
                .put("resolvedAt", "2026-11-20T10:20:00.123456789+11:00:30")
                .put("severity", "MODERATE")
                .put("outcome", "RECOVERED_WITH_SEQUELAE")
                .put("actionTaken", "INFUSION_STOPPED")
                .put("causality", "UNASSESSABLE");
        for (String criterion : List.of(
                "DEATH",
                "LIFE_THREATENING",
                "HOSPITALISATION",
                "DISABILITY",
                "CONGENITAL_ANOMALY",
                "MEDICALLY_IMPORTANT")) {
            event.withArray("seriousness").add(criterion);
        }
        return event;
    }
}
