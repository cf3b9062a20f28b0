package io.dripline.intake.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.privacy.seal.DataKey;
import io.dripline.privacy.seal.KeyRing;
import io.dripline.privacy.seal.TextPlace;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;

/** The migration that seals free text loses none of it and leaves none in the clear. */
class SealedTextTest {

    private static final String SECRET = "a-free-text-secret-of-this-test-alone";
    private static final UUID SESSION = UUID.fromString("019aa000-0000-7000-8000-000000000001");
    private static final UUID EVENT = UUID.fromString("019aa000-0000-7000-8000-0000000000aa");

    @Test
    void sealsWhatWasThere() throws Exception {
        System.setProperty("dripline.free-text.keys", SECRET);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            DataSource database = postgres.getPostgresDatabase();
            migrate(database, "5");
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("""
                        insert into session_version (session_id, version, status, clinic, reference, patient, content, who,
                                                     content_hash, first_received_at, received_at)
                        select '%1$s', n, 'ACTIVE', 'clinic-north', 'r' || n, repeat('0', 64),
                               '{"attributes": {"startedAt": "2026-11-22T09:00:00+11:00"}}', 'clinic-north', '', now(), now()
                        from generate_series(1, 2) as n;
                        insert into session_text values ('%1$s', 1, '%2$s', 'felt floaty'), ('%1$s', 2, '%2$s', 'felt odd');
                        insert into session_reason values ('%1$s', 2, 'Mrs Smith was mistaken')
                        """.formatted(SESSION, EVENT));

                migrate(database, "6.2");

                KeyRing ring = new KeyRing(List.of(SECRET));
                TextPlace second = new TextPlace(SESSION, 2);
                assertThat(text(
                                statement,
                                ring,
                                "session_text",
                                new TextPlace(SESSION, 1),
                                new TextPlace(SESSION, 1).ofWords(EVENT)))
                        .isEqualTo("felt floaty");
                assertThat(text(statement, ring, "session_text", second, second.ofWords(EVENT)))
                        .isEqualTo("felt odd");
                assertThat(text(statement, ring, "session_reason", second, second.ofReason()))
                        .isEqualTo("Mrs Smith was mistaken");
                assertThat(value(statement, "select count(*) from patient_key where patient = repeat('0', 64)"))
                        .isEqualTo("2");
                assertThat(value(statement, "select count(*) from pg_tables where tablename like 'former%'"))
                        .isEqualTo("0");
            }
        } finally {
            System.clearProperty("dripline.free-text.keys");
        }
    }

    private static String text(Statement statement, KeyRing ring, String table, TextPlace of, String place)
            throws Exception {
        try (ResultSet row = statement.executeQuery(
                "select sealed, wrapped from %s join patient_key using (session_id, version) where session_id = '%s' and version = %d"
                        .formatted(table, of.session(), of.version()))) {
            row.next();
            DataKey key = ring.unwrap(row.getBytes("wrapped"));
            return key.open(row.getBytes("sealed"), place);
        }
    }

    private static String value(Statement statement, String query) throws Exception {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void migrate(DataSource database, String target) {
        Flyway.configure()
                .dataSource(database)
                .locations("db/relay", "db/migration")
                .target(MigrationVersion.fromVersion(target))
                .load()
                .migrate();
    }
}
