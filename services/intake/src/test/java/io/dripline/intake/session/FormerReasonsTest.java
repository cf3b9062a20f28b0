package io.dripline.intake.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;

/** Reasons that the first builds kept beside the record are in no page of its table any more. */
class FormerReasonsTest {

    private static final String REASON = "Mrs Hippolyta was mistaken";

    /** As the server's administrator finds them on the disk. */
    private static final String PLACE = """
            select position('%s'::bytea in pg_read_binary_file(pg_relation_filepath('session_version')))
                   + position('%s'::bytea in pg_read_binary_file(pg_relation_filepath(reltoastrelid)))
              from pg_class where oid = 'session_version'::regclass""".formatted(REASON, REASON);

    private static final String ROWS =
            "select string_agg(concat_ws(' ', seq, xid, xmin, session_id, version, content, patient), ',' order by seq) from session_version";

    @Test
    void theTableIsWrittenAnewWithoutThem() throws Exception {
        System.setProperty("dripline.free-text.keys", "a-free-text-secret-of-this-test-alone");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            DataSource database = postgres.getPostgresDatabase();
            migrate(database, MigrationVersion.fromVersion("2"));
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("""
                        insert into session_version (session_id, version, status, clinic, reference, patient, content, who,
                                                     reason, content_hash, first_received_at, received_at)
                        select '019aa000-0000-7000-8000-000000000001', n, 'ACTIVE', 'clinic-north', 'r' || n, repeat('0', 64),
                               '{"attributes": {"startedAt": "2026-11-22T09:00:00+11:00"}}', 'clinic-north', '%s', '', now(), now()
                        from generate_series(1, 2) as n""".formatted(REASON));
                migrate(database, MigrationVersion.fromVersion("8"));
                String rows = value(statement, ROWS);
                statement.execute("checkpoint");
                assertThat(Long.parseLong(value(statement, PLACE))).isPositive();

                migrate(database, MigrationVersion.LATEST);

                statement.execute("checkpoint");
                assertThat(value(statement, PLACE)).isEqualTo("0");
                assertThat(value(statement, ROWS)).isEqualTo(rows);
                assertThat(value(statement, "select count(*) from pg_index where indisclustered"))
                        .isEqualTo("0");
            }
        } finally {
            System.clearProperty("dripline.free-text.keys");
        }
    }

    private static String value(Statement statement, String query) throws Exception {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void migrate(DataSource database, MigrationVersion target) {
        Flyway.configure()
                .dataSource(database)
                .locations("db/relay", "db/migration")
                .target(target)
                .load()
                .migrate();
    }
}
