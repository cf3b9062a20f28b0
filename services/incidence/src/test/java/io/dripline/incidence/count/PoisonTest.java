package io.dripline.incidence.count;

import static io.dripline.incidence.CodedExample.patientIn;
import static io.dripline.incidence.CodedExample.session;
import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.coding.Category;
import io.dripline.contracts.deadletter.DeadLetter;
import io.dripline.contracts.deadletter.DeadLetterCause;
import io.dripline.incidence.CodedExample;
import io.dripline.incidence.Shares;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be counted becomes a dead letter as it came, the counts stay as they were, and the rest flows. */
class PoisonTest {

    private static final String PATIENT = patientIn(0, 0);
    private static final Instant STAMPED = Instant.parse("2026-11-22T01:02:03Z");

    @TempDir
    Path state;

    private Driver stream;

    @BeforeEach
    void start() {
        stream = new Driver(state);
        stream.report(session(PATIENT, 1));
    }

    @AfterEach
    void stop() {
        stream.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "TOMBSTONE", textBlock = """
            not json;                   UNREADABLE;      expected a CodedSession in JSON, found something else at byte
            {"schema":1,"id":;          UNREADABLE;      expected a CodedSession in JSON
            [];                         UNREADABLE;      found no number of a schema
            TOMBSTONE;                  UNREADABLE;      expected a CodedSession, found a tombstone
            {"schema":2};               UNKNOWN_VERSION; expected a CodedSession of schema 1, found schema 2
            """)
    void aValueThatIsNoCodedSession(String value, DeadLetterCause cause, String message) {
        byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);

        assertDeadLetter(session(PATIENT, 2).key(), bytes, cause, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            "schema":1;                "schema":7;                UNKNOWN_VERSION;  of schema 1, found schema 7
            "version":2;               "version":0;               BROKEN_INVARIANT; expected 1 or more, found 0 and 1
            "version":2;               "version":"two";           UNREADABLE;       CodedSession.version: expected a value of type int
            "codingRevision":1;        "codingRevision":-1;       BROKEN_INVARIANT; expected 1 or more, found 2 and -1
            "status":"ACTIVE";         "status":"GONE";           UNREADABLE;       CodedSession.status: expected one of ACTIVE, WITHDRAWN
            "status":"ACTIVE",;        '';                        BROKEN_INVARIANT; status: expected a value, found none
            "startedAt":;              "begunAt":;                BROKEN_INVARIANT; attributes.startedAt: expected a value, found none
            2026-11-18T09:00:00;       +12026-11-18T09:00:00;     BROKEN_INVARIANT; expected an ISO week
            "patient":"PATIENT";       "patient":" ";             BROKEN_INVARIANT; patient: expected a value, found a blank
            "clinic":"clinic-north";   "clinic":"north|south";    BROKEN_INVARIANT; clinic: expected a name without a bar
            "clinic":"clinic-north";   "clinic":"clinic-south";   BROKEN_INVARIANT; expected the clinic of the patient's other sessions
            "mgPerKgPerHour":0.5;      "mgPerKgPerHour":-0.5;     BROKEN_INVARIANT; plannedDose: expected 0 or more, found -0.5
            "confidence":1.0;          "confidence":1.5;          BROKEN_INVARIANT; CodedSession.events[0].codings[0]: confidence: expected 0 to 1, found 1.5
            "term":"nausea";           "term":"";                 BROKEN_INVARIANT; coding: expected a category and a term
            "category":"GI",;          '';                        BROKEN_INVARIANT; coding: expected a category and a term
            """)
    void aSessionThatBreaksARule(String text, String replacement, DeadLetterCause cause, String message) {
        CodedExample next = session(PATIENT, 2).state(2, 1).with(Category.GI, "nausea");
        String json = new String(next.json(), StandardCharsets.UTF_8);
        String told = text.replace("PATIENT", PATIENT);
        assertThat(json).contains(told);

        assertDeadLetter(next.key(), json.replace(told, replacement).getBytes(StandardCharsets.UTF_8), cause, message);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "not an id"})
    void aSessionUnderAnotherKey(String key) {
        byte[] bytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);

        assertDeadLetter(
                bytes,
                session(PATIENT, 2).json(),
                DeadLetterCause.BROKEN_INVARIANT,
                "key: expected the session's id " + session(PATIENT, 2).coded().id());
    }

    @Test
    void aPatientInAnotherPatientsPartition() {
        CodedExample elsewhere = session(patientIn(3, 0), 1);

        assertDeadLetter(
                elsewhere.key(),
                elsewhere.json(),
                DeadLetterCause.BROKEN_INVARIANT,
                "expected its patient's partition 3, found it in 0");
    }

    @Test
    void aDeadLetterSaysWhereTheRecordLayAndKeepsItsHeaders() {
        byte[] key = {1, (byte) 0xFF};
        byte[] poison = {(byte) 0xFE, 0};
        var own = new RecordHeaders().add("trace", new byte[] {7});

        stream.report(new TestRecord<>(key, poison, own, STAMPED));

        assertThat(stream.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isEqualTo(key);
            assertThat(letter.value()).isEqualTo(poison);
            assertThat(letter.headers().toArray())
                    .extracting(Header::key)
                    .allMatch(name -> name.equals("trace") || name.startsWith(DeadLetter.PREFIX));
            assertThat(letter.headers().lastHeader("trace").value()).containsExactly(7);
            DeadLetter said = read(letter);
            assertThat(said.topic()).isEqualTo("dripline.sessions.coded.v1");
            assertThat(said.partition()).isZero();
            assertThat(said.offset()).isEqualTo(1);
            assertThat(said.timestamp()).isEqualTo(STAMPED);
            assertThat(said.service()).isEqualTo(Driver.SERVICE);
        });
    }

    /** It goes on whatever the producer's clock said. */
    @Test
    void aRecordWithABrokenTimestampIsCounted() {
        CodedExample next = session(PATIENT, 2);

        assertThat(stream.report(new TestRecord<>(next.key(), next.json(), Instant.parse("2920-01-01T00:00:00Z"))))
                .isNotEmpty();
    }

    @Test
    void anOlderVersionThatIsSentBackChangesNothing() {
        stream.report(session(PATIENT, 1).state(3, 1).with(Category.GI, "nausea"));

        assertThat(stream.report(session(PATIENT, 1).state(2, 1))).isEmpty();
        assertThat(stream.deadLetters()).isEmpty();
    }

    private void assertDeadLetter(byte[] key, byte[] value, DeadLetterCause cause, String message) {
        double before = stream.metered(cause);

        assertThat(stream.report(key, value)).isEmpty();

        assertThat(stream.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isEqualTo(key);
            assertThat(letter.value()).isEqualTo(value);
            assertThat(read(letter).cause()).isEqualTo(cause);
            assertThat(read(letter).message())
                    .contains(message)
                    .doesNotContain(PATIENT, "north", "south", "not an id", "GONE");
        });
        assertThat(stream.metered(cause)).isEqualTo(before + 1);
        assertThat(Shares.added(stream.table()))
                .isEqualTo(Shares.recounted(List.of(session(PATIENT, 1).coded())));
        assertThat(stream.report(session(patientIn(0, 1), 1))).isNotEmpty();
    }

    private static DeadLetter read(TestRecord<byte[], byte[]> letter) {
        return DeadLetter.of(name -> {
                    Header header = letter.headers().lastHeader(name);
                    return header == null ? null : header.value();
                })
                .orElseThrow();
    }
}
