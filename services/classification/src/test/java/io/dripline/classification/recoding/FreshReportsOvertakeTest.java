package io.dripline.classification.recoding;

import static io.dripline.classification.session.Reports.event;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.classification.TestIssuer;
import io.dripline.classification.TestSurroundings;
import io.dripline.classification.TestWordKeys;
import io.dripline.classification.session.Database;
import io.dripline.classification.session.Line;
import io.dripline.classification.session.Reports;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Recoding has time: while fresh reports are being coded it does a batch now and then, and no more. */
@QuarkusTest
@TestSurroundings
class FreshReportsOvertakeTest {

    private static final int BATCH = 50;

    /** The clock of the database is not the one by which the worker waits. */
    private static final Duration BETWEEN_CLOCKS = Duration.ofMillis(100);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Inject
    DataSource dataSource;

    @Inject
    RunRecoding worker;

    @Inject
    RecodingConfig config;

    private final String words = "flurbled " + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "qx";

    @Test
    void recodingWaitsWhileReportsAreBeingCoded() throws Exception {
        try (Line line = new Line(broker)) {
            // Given
            List<UUID> past = Stream.generate(UUID::randomUUID).limit(4 * BATCH).toList();
            past.forEach(session -> line.report(Reports.of(session, 1, event(words))));
            Line.patiently()
                    .until(() -> stored("select count(*) from session_word where key = '\\x%s'")
                            .equals(List.of("" + past.size())));
            worker.stop();
            rule();
            UUID fresh = UUID.randomUUID();

            // When
            whileReportsAreBeingCoded(line, fresh, () -> {
                worker.start();
                Line.patiently()
                        .until(() -> stored("select done from recoding where key = '\\x%s'")
                                .equals(List.of("" + 2 * BATCH)));
            });

            // Then
            line.awaitCoded(fresh, 1);
            Line.patiently()
                    .until(() -> stored("select 1 from recoding where key = '\\x%s' and finished_at is null")
                            .isEmpty());
            List<Instant> recoded = stored("""
                            select to_char(coded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.USZ') from coded_session
                            where coding_revision = 2
                              and session_id in (select session_id from session_word where key = '\\x%s') order by seq""").stream().map(Instant::parse).toList();
            assertThat(recoded).hasSize(past.size());
            assertThat(Duration.between(recoded.get(BATCH - 1), recoded.get(BATCH)))
                    .isGreaterThan(config.longestYield().minus(BETWEEN_CLOCKS));
            assertThat(codedAt(fresh)).isBefore(recoded.getLast());
        }
    }

    private interface Meanwhile {
        void run() throws Exception;
    }

    /** The report's transaction is held where recoding does not go: it stores no words. */
    private void whileReportsAreBeingCoded(Line line, UUID fresh, Meanwhile meanwhile) throws Exception {
        try (Connection holder = Database.operator();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("set local idle_in_transaction_session_timeout = 0");
            statement.execute("lock table reported_text in share mode");
            line.report(Reports.of(fresh, 1, event("nausea")));
            Line.patiently().until(() -> !database().rows("""
                            select 1 from pg_locks where relation = 'reported_text'::regclass and not granted""", fresh).isEmpty());
            meanwhile.run();
            holder.rollback();
        }
    }

    private void rule() {
        given().auth()
                .oauth2(TestIssuer.tokenOf("safety-officer"))
                .contentType("application/json")
                .body("{\"terms\": [\"dizziness\"], \"reason\": \"so the nurses say\"}")
                .put("/reviews/" + TestWordKeys.of(words).hex() + "/ruling")
                .then()
                .statusCode(200);
    }

    private Instant codedAt(UUID session) throws SQLException {
        return Instant.parse(database().rows("""
                        select to_char(coded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.USZ') from coded_session
                        where session_id = '%s'""", session).getFirst());
    }

    /** The answer to a question about the words' key. */
    private List<String> stored(String sql) throws SQLException {
        return database().rows(sql.formatted(TestWordKeys.of(words).hex()), UUID.randomUUID());
    }

    private Database database() {
        return new Database(dataSource);
    }
}
