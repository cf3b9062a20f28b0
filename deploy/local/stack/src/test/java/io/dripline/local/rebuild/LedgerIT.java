package io.dripline.local.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.local.stack.Checkout;
import io.dripline.local.stack.Journal;
import io.dripline.local.stack.LocalStack;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.Ports;
import io.dripline.local.stack.StackConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The coded ledger in the real PostgreSQL, as classification's own migrations make it. */
class LedgerIT {

    private static final Path CHECKOUT = Checkout.root();

    @TempDir
    private static Path data;

    private static StackConfig config;
    private static LocalStack stack;

    @BeforeAll
    static void start() throws Exception {
        config = StackConfig.of(CHECKOUT).withData(data).withPorts(Ports.free()).withParts(Set.of(Part.POSTGRES));
        stack = new LocalStack(config, Journal.SILENT);
        stack.start();
        execute(migration("relay/src/main/resources/db/relay/V0__relay_position.sql"));
        execute(migration("classification/src/main/resources/db/migration/V1__coded_session.sql"));
        execute("grant select on coded_session to classification;"
                + "grant select, insert, update on relay_position to classification");
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @BeforeEach
    void empty() throws Exception {
        execute("truncate coded_session; delete from relay_position;"
                + "insert into relay_position (name, xid, seq) values ('coded_session', '0', 0)");
    }

    @Test
    void isPublishedWhenTheRelayHasReachedItsEnd() throws Exception {
        try (var ledger = Ledger.ofCodedSessions(config)) {
            assertThat(ledger.end()).isEmpty();
            code("a", 1);
            code("b", 1);
            var end = ledger.end().orElseThrow();
            assertThat(ledger.size()).isEqualTo(2);
            assertThat(ledger.isPublishedTo(end)).isFalse();

            execute(
                    "update relay_position set (xid, seq) = (select xid, seq from coded_session order by seq desc limit 1)");
            code("c", 1);

            assertThat(ledger.isPublishedTo(end)).isTrue();
            assertThat(ledger.isPublishedTo(ledger.end().orElseThrow())).isFalse();
            ledger.publishAgain();
            assertThat(ledger.isPublishedTo(end)).isFalse();
        }
    }

    /** Transactions are numbered on and on: what was written last may be less than what was before it, read as text. */
    @Test
    void endsWithTheHighestNumberOfATransaction() throws Exception {
        try (var ledger = Ledger.ofCodedSessions(config)) {
            code("a", 1);
            code("b", 1);
            execute("alter table coded_session disable trigger user;"
                    + "update coded_session set xid = case when session_id = md5('a')::uuid then '999'::xid8 else '1000'::xid8 end;"
                    + "alter table coded_session enable trigger user");

            var end = ledger.end().orElseThrow();

            assertThat(end.xid()).isEqualTo("1000");
            execute("update relay_position set (xid, seq) = ('999', 1)");
            assertThat(ledger.isPublishedTo(end)).isFalse();
        }
    }

    @Test
    void doesNotWaitForWhatTheRelayLeavesOut() throws Exception {
        try (var ledger = Ledger.ofCodedSessions(config)) {
            code("a", 2);
            execute("update relay_position set (xid, seq) = (select xid, seq from coded_session)");

            code("a", 1);

            assertThat(ledger.isPublishedTo(ledger.end().orElseThrow())).isTrue();
        }
    }

    private static void code(String session, int version) throws SQLException {
        execute("""
                insert into coded_session (session_id, version, coding_revision, status, clinic, patient, attributes,
                                           events, first_received_at, received_at, vocabulary)
                values (md5('%s')::uuid, %d, 1, 'ACTIVE', 'clinic', 'patient', '{}', '[]', now(), now(), '2026.11')
                """.formatted(session, version));
    }

    private static String migration(String file) throws IOException {
        return Files.readString(CHECKOUT.resolve("services").resolve(file));
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(config.jdbcUrl(Part.CLASSIFICATION), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
