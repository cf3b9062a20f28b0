package io.dripline.incidence.count;

import static io.dripline.incidence.CodedExample.patientIn;
import static io.dripline.incidence.CodedExample.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.dripline.contracts.coding.Category;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.MeasureCount;
import io.dripline.contracts.incidence.Measures;
import io.dripline.contracts.incidence.Unit;
import io.dripline.contracts.session.Route;
import io.dripline.counting.CellCount;
import io.dripline.incidence.CodedExample;
import io.dripline.incidence.RandomHistory;
import io.dripline.incidence.Shares;
import io.dripline.trace.Traceparent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncidenceTopologyTest {

    private static final String PATIENT = patientIn(0, 0);

    @TempDir
    Path state;

    private Driver stream;

    @BeforeEach
    void start() {
        stream = new Driver(state);
    }

    @AfterEach
    void stop() {
        stream.close();
    }

    @Test
    void aReportBecomesAShareOfOneCellOfEachUnit() {
        List<CellShare> shares = stream.report(session(PATIENT, 1).with(Category.GI, "vomiting"));

        assertThat(shares).extracting(share -> share.cell().unit()).containsExactlyInAnyOrder(Unit.values());
        assertThat(shares).allSatisfy(share -> {
            assertThat(share.generation()).isEqualTo(1);
            assertThat(share.shard()).isZero();
            assertThat(share.version()).isEqualTo(1);
            assertThat(share.exposed()).isEqualTo(1);
            assertThat(share.measures()).containsEntry("GI", new MeasureCount(1, 1));
        });
        assertThat(stream.deadLetters()).isEmpty();
    }

    @Test
    void anAmendmentMovesTheExposureFromOneCellToAnother() {
        stream.report(session(PATIENT, 1).with(Category.GI, "vomiting"));

        List<CellShare> shares = stream.report(session(PATIENT, 1).state(2, 1).by(Route.ORAL));

        assertThat(shares).hasSize(6);
        assertThat(shares)
                .filteredOn(share -> share.cell().route().equals("INTRAVENOUS"))
                .hasSize(3)
                .allSatisfy(share -> {
                    assertThat(share.exposed()).isZero();
                    assertThat(share.measures()).isEmpty();
                    assertThat(share.version()).isEqualTo(2);
                });
        assertThat(shares)
                .filteredOn(share -> share.cell().route().equals("ORAL"))
                .hasSize(3)
                .allSatisfy(share -> assertThat(share.exposed()).isEqualTo(1));
    }

    @Test
    void anAmendmentWithinACellChangesItOnce() {
        stream.report(session(PATIENT, 1).awaiting());

        List<CellShare> shares = stream.report(session(PATIENT, 1).state(1, 2).with(Category.GI, "nausea"));

        assertThat(shares).hasSize(3).allSatisfy(share -> {
            assertThat(share.version()).isEqualTo(2);
            assertThat(share.awaiting()).isZero();
            assertThat(share.measures()).containsEntry("nausea", new MeasureCount(1, 1));
        });
    }

    @Test
    void aWithdrawalTakesTheExposureAway() {
        stream.report(session(PATIENT, 1));

        List<CellShare> shares = stream.report(session(PATIENT, 1).state(2, 1).withdrawn());

        assertThat(shares)
                .hasSize(3)
                .allSatisfy(share -> assertThat(share.exposed()).isZero());
    }

    @Test
    void aShareThatFellToZeroGoesOnWithItsNextVersion() {
        stream.report(session(PATIENT, 1));
        stream.report(session(PATIENT, 1).state(2, 1).withdrawn());

        List<CellShare> shares = stream.report(session(PATIENT, 2));

        assertThat(shares)
                .hasSize(3)
                .allSatisfy(share -> assertThat(share.version()).isEqualTo(3));
    }

    @Test
    void aDuplicateSendsNothing() {
        stream.report(session(PATIENT, 1));

        assertThat(stream.report(session(PATIENT, 1))).isEmpty();
    }

    @Test
    void anOutdatedVersionSendsNothing() {
        stream.report(session(PATIENT, 1).state(2, 1).withdrawn());

        assertThat(stream.report(session(PATIENT, 1).with(Category.GI, "nausea")))
                .isEmpty();
    }

    @Test
    void sessionsOfOneCourseAreOneExposureThatKeepsItsFirstSessionsWeek() {
        stream.report(session(PATIENT, 2).at("2026-11-24T09:00:00+11:00"));

        stream.report(session(PATIENT, 1).at("2026-11-22T09:00:00+11:00"));

        assertThat(stream.table())
                .filteredOn(share -> share.cell().unit() == Unit.FIRST_COURSE && share.exposed() > 0)
                .singleElement()
                .satisfies(share -> assertThat(share.cell().week()).isEqualTo(IsoWeek.parse("2026-W47")));
    }

    @Test
    void patientsOfACellAddUp() {
        stream.report(session(PATIENT, 1).with(Category.GI, "nausea"));

        List<CellShare> shares = stream.report(session(patientIn(0, 1), 1));

        assertThat(shares).hasSize(3).allSatisfy(share -> {
            assertThat(share.exposed()).isEqualTo(2);
            assertThat(share.measures()).containsEntry("GI", new MeasureCount(1, 1));
        });
    }

    @Test
    void aTwoYearOldReportIsCountedAndItsShareIsStampedByTheClock() {
        var old = session(PATIENT, 1).at("2024-11-20T09:00:00+11:00");
        stream.sessions().pipeInput(new TestRecord<>(old.key(), old.json(), Instant.parse("2024-11-20T00:00:00Z")));

        assertThat(stream.records()).hasSize(3).allSatisfy(record -> {
            assertThat(record.getRecordTime()).isCloseTo(Instant.now(), within(1, ChronoUnit.HOURS));
            assertThat(record.key()).contains("|2024-W47|");
        });
    }

    @Test
    void aShareTellsWhenTheReportWasReceivedThatChangedIt() {
        var report = session(PATIENT, 1).with(Category.GI, "vomiting");
        stream.sessions().pipeInput(new TestRecord<>(report.key(), report.json()));

        assertThat(stream.records())
                .hasSize(3)
                .allSatisfy(record -> assertThat(receivedAt(record))
                        .isEqualTo(report.coded().receivedAt().toString()));
    }

    /** Coded anew by a ruling: what was received long ago says nothing of how long a report takes. */
    @Test
    void aShareThatNoReportChangedTellsNoTime() {
        var report = session(PATIENT, 1).with(Category.GI, "vomiting");
        stream.report(report);
        var recoded = report.state(1, 2).with(Category.CNS, "dizziness");
        stream.sessions().pipeInput(new TestRecord<>(recoded.key(), recoded.json()));

        assertThat(stream.records())
                .isNotEmpty()
                .allSatisfy(record -> assertThat(record.headers()).isEmpty());
    }

    /** Recorded or not, the trace is the report's; a span of this service stands between where it is recorded. */
    @ParameterizedTest
    @CsvSource({"00, false", "01, true"})
    void aShareGoesOnInTheTraceOfItsReport(String flags, boolean underAnotherSpan) {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-";
        String came = trace + "00f067aa0ba902b7-" + flags;
        var report = session(PATIENT, 1);
        stream.sessions()
                .pipeInput(new TestRecord<>(
                        report.key(),
                        report.json(),
                        new RecordHeaders().add(Traceparent.HEADER, Traceparent.bytes(came)),
                        Instant.now()));

        List<String> went = stream.records().stream()
                .map(record -> Traceparent.in(record.headers()))
                .distinct()
                .toList();

        assertThat(went).hasSize(1);
        assertThat(went.getFirst()).startsWith(trace).endsWith("-" + flags);
        assertThat(went.getFirst().equals(came)).isNotEqualTo(underAnotherSpan);
    }

    @Test
    void whatIsNoTraceparentIsPassedOnToNobody() {
        var report = session(PATIENT, 1);
        stream.sessions()
                .pipeInput(new TestRecord<>(
                        report.key(),
                        report.json(),
                        new RecordHeaders().add(Traceparent.HEADER, Traceparent.bytes("P-0042")),
                        Instant.now()));

        assertThat(stream.records())
                .hasSize(3)
                .allSatisfy(
                        record -> assertThat(Traceparent.in(record.headers())).isNull());
    }

    private static String receivedAt(TestRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader(CellShare.RECEIVED_AT).value(), StandardCharsets.UTF_8);
    }

    @Test
    void aReplayOfEverythingChangesNothing() {
        var patients = IntStream.range(0, 4).mapToObj(i -> patientIn(0, i)).toList();
        var arrivals = RandomHistory.of(patients, 3, new Random(7));
        arrivals.forEach(stream::report);

        var changes = arrivals.stream()
                .flatMap(arrival -> stream.report(arrival).stream())
                .toList();

        assertThat(changes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theSharesEqualTheRecount(long seed) {
        var patients = IntStream.range(0, 8).mapToObj(i -> patientIn(0, i)).toList();
        var arrivals = RandomHistory.of(patients, 5, new Random(seed));

        arrivals.forEach(stream::report);

        List<CodedSession> states = arrivals.stream().map(CodedExample::coded).toList();
        Map<Cell, CellCount> cells = Shares.added(stream.table());
        assertThat(cells).isEqualTo(Shares.recounted(states));
        assertThat(cells.values())
                .anyMatch(count -> count.exposed() == 0 && count.replaced() > 0)
                .anyMatch(count -> count.measure(Measures.SERIOUS).affected() > 0);
        assertThat(stream.deadLetters()).isEmpty();
    }

    @Test
    void aGoodRecordThatShowsAWrongStoreStopsTheStreamAndIsNoDeadLetter() {
        stream.report(session(PATIENT, 1));
        stream.forgetCells();
        var withdrawal = session(PATIENT, 1).state(2, 1).withdrawn();

        assertThatThrownBy(() -> stream.report(withdrawal))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .hasCauseInstanceOf(WrongStoreException.class)
                .rootCause()
                .hasMessageContaining("exposed -1");
        assertThat(stream.deadLetters()).isEmpty();
    }
}
