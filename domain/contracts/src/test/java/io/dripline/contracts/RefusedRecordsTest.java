package io.dripline.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.dripline.contracts.deadletter.DeadLetterCause;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.session.ReportedSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be a record is refused with its cause, and the refusal repeats no text of it. */
class RefusedRecordsTest {

    private static final String PSEUDONYM = "8f14e45fceea167a5a36dedd4bea2543";
    private static final String WORDS = "felt floaty";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "not json;                          UNREADABLE;       expected a CellShare in JSON, found something else at byte",
                "'';                                UNREADABLE;       found an empty value",
                "'{\"schema\":1,\"shard\":';        UNREADABLE;       in JSON, found something else at byte",
                "{};                                UNREADABLE;       of schema 1, found no number of a schema",
                "[];                                UNREADABLE;       of schema 1, found no number of a schema",
                "{\"schema\":\"1\"};                UNREADABLE;       of schema 1, found no number of a schema",
                "{\"schema\":2};                    UNKNOWN_VERSION;  expected a CellShare of schema 1, found schema 2",
                "{\"schema\":0};                    UNKNOWN_VERSION;  found schema 0",
                "{\"schema\":99999999999};          UNKNOWN_VERSION;  found schema out of range",
                "{\"schema\":1} {\"schema\":1};     UNREADABLE;       in JSON",
                "'{\"schema\":1,\"schema\":2}';     UNREADABLE;       in JSON",
                "'{\"schema\":1,\"generation\":1}'; UNREADABLE;       CellShare.shard: expected a value of type int"
            })
    void aValueThatIsNoRecord(String json, DeadLetterCause cause, String complaint) {
        assertThatThrownBy(() -> read(json, CellShare.class))
                .asInstanceOf(type(RefusedRecordException.class))
                .satisfies(refusal -> {
                    assertThat(refusal.why()).isEqualTo(cause);
                    assertThat(refusal.getMessage()).contains(complaint);
                });
    }

    @Test
    void aTombstone() {
        assertThatThrownBy(() -> ContractJson.read(null, CellShare.class))
                .hasMessage("expected a CellShare, found a tombstone");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            "affected":2;              "affected":9;           BROKEN_INVARIANT; CellShare.measures.CNS: expected 0 <= affected <= possible, found 9 and 4
            "affected":2;              "affected":-1;          BROKEN_INVARIANT; found -1 and 4
            "exposed":12;              "exposed":-12;          BROKEN_INVARIANT; exposed -12
            "awaiting":2;              "awaiting":13;          BROKEN_INVARIANT; awaiting 13
            "replaced":0;              "replaced":-1;          BROKEN_INVARIANT; replaced -1
            "2026-W47";                "2026-W54";             BROKEN_INVARIANT; CellShare.cell.week: expected an ISO week such as 2026-W47, found 2026-W54
            "2026-W47";                "felt floaty";          BROKEN_INVARIANT; expected an ISO week such as 2026-W47
            "measures":;               "more":;                BROKEN_INVARIANT; measures: expected counts by measure
            "unit":"FIRST_COURSE";     "unit":"felt floaty";   UNREADABLE;       CellShare.cell.unit: expected one of SESSION, COURSE, FIRST_COURSE
            "unit":"FIRST_COURSE";     "unit":0;               UNREADABLE;       expected one of SESSION
            "version":17;              "version":17.5;         UNREADABLE;       CellShare.version: expected a value of type long
            "version":17;              "version":"17";         UNREADABLE;       CellShare.version: expected a value of type long
            """)
    void aShareThatContradictsItself(String text, String replacement, DeadLetterCause cause, String complaint) {
        assertRefused("cell-share", CellShare.class, text, replacement, cause, complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            "version":2;               "version":0;            BROKEN_INVARIANT; ReportedSession: version: expected 1 or more, found 0
            "plannedSessions":1;       "plannedSessions":0;    BROKEN_INVARIANT; plannedSessions: expected 1 or more, found 0
            "status":"ACTIVE";         "status":"felt floaty"; UNREADABLE;       ReportedSession.status: expected one of ACTIVE, WITHDRAWN
            "weightKg":70.0;           "weightKg":"felt floaty"; UNREADABLE;     ReportedSession.attributes.weightKg: expected a value of type Double
            "severity":"MILD";         "severity":{"felt floaty":1}; UNREADABLE; ReportedSession.adverseEvents[0].severity: expected
            2026-11-22T09:20:00+11:00; 8f14e45fceea167a5a36dedd4bea2543; UNREADABLE; ReportedSession.adverseEvents[0].onsetAt: expected a value of type OffsetDateTime
            "seriousness":[];          "seriousness":[null];   BROKEN_INVARIANT; expected every value that its type asks for
            "verbatim":;               "words":;               UNREADABLE;       ReportedSession.adverseEvents[0].verbatim: expected a value of type String
            """)
    void aReportThatContradictsItself(String text, String replacement, DeadLetterCause cause, String complaint) {
        assertRefused("session-reported", ReportedSession.class, text, replacement, cause, complaint);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 100, 300, 600, 900})
    void aReportThatIsCutShort(int length) throws IOException {
        String cut = frozen("session-reported").substring(0, length);

        assertThatThrownBy(() -> read(cut, ReportedSession.class))
                .asInstanceOf(type(RefusedRecordException.class))
                .satisfies(refusal -> {
                    assertThat(refusal.why()).isEqualTo(DeadLetterCause.UNREADABLE);
                    assertQuotesNothing(refusal);
                });
    }

    private static void assertRefused(
            String file, Class<?> type, String text, String replacement, DeadLetterCause cause, String complaint) {
        String json = frozen(file);
        assertThat(json).contains(text);

        assertThatThrownBy(() -> read(json.replaceFirst(java.util.regex.Pattern.quote(text), replacement), type))
                .asInstanceOf(type(RefusedRecordException.class))
                .satisfies(refusal -> {
                    assertThat(refusal.why()).isEqualTo(cause);
                    assertThat(refusal.getMessage()).contains(complaint);
                    assertQuotesNothing(refusal);
                });
    }

    private static void assertQuotesNothing(RefusedRecordException refusal) {
        assertThat(refusal.getMessage()).doesNotContain(WORDS, PSEUDONYM);
        assertThat(refusal).hasNoCause();
    }

    private static <T> T read(String json, Class<T> type) {
        return ContractJson.read(json.getBytes(StandardCharsets.UTF_8), type);
    }

    private static String frozen(String file) {
        try (var in = RefusedRecordsTest.class.getResourceAsStream("/frozen/v1/" + file + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
