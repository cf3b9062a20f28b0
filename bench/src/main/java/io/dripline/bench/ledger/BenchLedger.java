package io.dripline.bench.ledger;

import io.dripline.bench.IntakeTables;
import io.dripline.ledger.LedgerKey;
import io.dripline.ledger.Ledgers;
import io.dripline.ledger.SealRows;
import io.dripline.ledger.Verified;
import io.dripline.ledger.VerifyLedger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Collections;

/** Times the sealing and the verifying of session versions with a word each, in a PostgreSQL of its own that waits for the disk. */
final class BenchLedger {

    private static final int ROWS = 200_000;
    private static final int BATCH = 1000;

    private static final String FILL = """
            insert into session_version (session_id, version, status, clinic, reference, patient, content, who, content_hash,
                                         first_received_at, received_at)
            select md5('session ' || s)::uuid, 1, 'ACTIVE', 'clinic-' || (s %% 20), 'ref-' || s,
                   encode(sha256(('patient ' || s / 6)::bytea), 'hex'),
                   jsonb_build_object('attributes', jsonb_build_object(
                        'startedAt', '2026-11-22T09:00:00+11:00', 'route', 'IV', 'formulation', 'RACEMIC', 'indication', 'TRD',
                        'plannedDose', jsonb_build_object('mgPerKg', 0.5), 'notes', repeat('x', 300)),
                        'adverseEvents', jsonb_build_array(jsonb_build_object('id', md5('event' || s)::uuid))),
                   'clinic-' || (s %% 20), sha256(('content ' || s)::bytea), now(), now()
              from generate_series(1, %d) s;
            insert into session_text (session_id, version, event_id, sealed)
            select session_id, 1, md5('event' || seq)::uuid, sha256('felt dizzy') || sha256(session_id::text::bytea) || '\\x00' from session_version;
            insert into patient_key (session_id, version, patient, wrapped)
            select session_id, 1, patient, sha256(session_id::text::bytea) from session_version;
            analyze;
            """;

    private BenchLedger() {}

    /** Arguments: the checkout's directory; then how many rows, if not 200,000. */
    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROWS;
        LedgerKey key = LedgerKey.of("a key for measuring, long enough for it");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                Connection connection = postgres.getPostgresDatabase().getConnection()) {
            IntakeTables.create(connection, Path.of(arguments[0]));
            execute(connection, FILL.formatted(rows));

            long begin = System.nanoTime();
            SealRows sealRows = new SealRows(key, Ledgers.INTAKE, connection, Clock.systemUTC());
            long sealed = 0;
            for (int some = sealRows.seal(BATCH); some > 0; some = sealRows.seal(BATCH)) {
                sealed += some;
            }
            report("sealed", sealed, begin);

            begin = System.nanoTime();
            Verified verified = new VerifyLedger(key, Ledgers.INTAKE, finding -> System.out.println(finding.line()))
                    .verify(connection, Collections.emptyIterator());
            report("verified", verified.sealed(), begin);
            if (!verified.isWhole() || sealed != rows || verified.sealed() != rows) {
                throw new IllegalStateException("expected %,d rows that are whole, found %s".formatted(rows, verified));
            }
        }
    }

    private static void report(String what, long rows, long begin) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf("%s %,d rows in %.1f s: %,.0f rows/s%n", what, rows, seconds, rows / seconds);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
