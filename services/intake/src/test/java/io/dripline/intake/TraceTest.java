package io.dripline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.Topics;
import io.dripline.trace.Traceparent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A report's trace begins at its door or with its clinic, and goes on behind the outbox. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class TraceTest {

    private static final Clinic CLINIC = new Clinic("clinic-traced");
    private static final String ANY = "00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]";

    private final String trace = UUID.randomUUID().toString().replace("-", "");

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private String patient;

    @BeforeEach
    void newPatient() {
        patient = "P-" + UUID.randomUUID();
    }

    @ParameterizedTest
    @CsvSource({"00", "01"})
    void aReportGoesOnInTheTraceOfItsClinic(String flags) {
        String id = post("00-%s-00f067aa0ba902b7-%s".formatted(trace, flags)).path("id");

        assertThat(stored(id, 1)).matches("00-" + trace + "-[0-9a-f]{16}-" + flags);
    }

    @Test
    void aReportWithoutATraceBeginsOne() {
        String id = post(null).path("id");

        assertThat(stored(id, 1)).matches(ANY);
    }

    /** Random ids alone are stored: what a clinic's own system says beside them may be anything. */
    @Test
    void whatAClinicSaysOfItsOwnTraceIsNotStored() {
        String id = CLINIC.request()
                .contentType("application/json")
                .header("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(trace))
                .header("tracestate", "their=P-0042")
                .body(report())
                .post("/sessions")
                .path("id");

        assertThat(Database.value("select v::text from session_version v where session_id = '%s'".formatted(id)))
                .contains(trace)
                .doesNotContain("P-0042");
    }

    @Test
    void aChangeHasATraceOfItsOwn() {
        Response posted = post("00-%s-00f067aa0ba902b7-01".formatted(trace));
        String id = posted.path("id");

        CLINIC.delete(id, "\"1\"", "entered twice").then().statusCode(204);

        assertThat(stored(id, 2)).matches(ANY).doesNotContain(trace);
    }

    @Test
    void eachLineOfABatchHasATraceOfItsOwn() {
        String lines = report() + "\n" + report() + "\n";

        CLINIC.batch(lines).then().statusCode(200);

        assertThat(Database.value(
                        "select count(distinct traceparent)::text from session_version where reference like 'traced-%s-%%'"
                                .formatted(patient)))
                .isEqualTo("2");
    }

    /** As a rebuild publishes again what came long ago. */
    @Test
    void whatCameWithinADayIsPublishedInItsTraceAndWhatIsOlderWithout() {
        String id = post(null).path("id");
        String stored = stored(id, 1);

        publishAgainAsReceived(id, "now() - interval '25 hours'");
        PublishedRecords.of(bootstrapServers, Topics.SESSIONS_REPORTED, id, 2);
        publishAgainAsReceived(id, "now() - interval '23 hours'");

        var records = PublishedRecords.of(bootstrapServers, Topics.SESSIONS_REPORTED, id, 3);
        assertThat(Traceparent.in(records.get(1).headers())).isNull();
        assertThat(Traceparent.in(records.get(2).headers())).isEqualTo(stored);
    }

    private void publishAgainAsReceived(String id, String when) {
        Database.execute("update session_version set received_at = %s where session_id = '%s'".formatted(when, id));
        Database.execute("update relay_position set xid = '0', seq = 0 where name = 'sessions-reported'");
    }

    private Response post(@Nullable String traceparent) {
        var request = CLINIC.request().contentType("application/json").body(report());
        return (traceparent == null ? request : request.header("traceparent", traceparent)).post("/sessions");
    }

    private String report() {
        return """
                {"reference": "traced-%s-%s", "patient": "%s", "startedAt": "2026-11-22T09:00:00+11:00", "route": "INTRAVENOUS", "ascertainment": "CHECKLIST"}""".formatted(patient, UUID.randomUUID(), patient);
    }

    private static String stored(String id, int version) {
        return Database.value("select traceparent from session_version where session_id = '%s' and version = %d"
                .formatted(id, version));
    }
}
