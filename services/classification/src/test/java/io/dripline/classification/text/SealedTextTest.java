package io.dripline.classification.text;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The migration that seals words masks them, loses none, leaves none in the clear, and has them indexed again. */
class SealedTextTest {

    private static final String SECRET = "a-free-text-secret-of-this-test-alone";
    private static final UUID SESSION = UUID.fromString("019aa000-0000-7000-8000-000000000001");
    private static final UUID EVENT = UUID.fromString("019aa000-0000-7000-8000-0000000000aa");

    @Test
    void sealsWhatWasThere() throws Exception {
        System.setProperty("dripline.free-text.keys", SECRET);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            DataSource database = postgres.getPostgresDatabase();
            migrate(database, "3");
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("""
                        insert into coded_session (session_id, version, coding_revision, status, clinic, patient, attributes,
                                                   events, first_received_at, received_at, vocabulary)
                        values ('%1$s', 1, 1, 'ACTIVE', 'clinic-north', 'p', '{}', '[]', now(), now(), '2025.1');
                        insert into reported_text values ('%1$s', 1, '%2$s', 'Mrs Smith felt floaty');
                        insert into words values ('\\x01', 'mrs smith felt floaty'), ('\\x02', 'felt odd');
                        insert into session_now values ('%1$s', 1, 1, true, '2025.1');
                        insert into session_word values ('%1$s', '\\x01', true, 'clinic-north', now());
                        insert into ruling (key, revision, terms, who, decided_at, origin, sessions)
                        values ('\\x02', 1, '{dizziness}', 'somebody', now(), 'elsewhere', 0)
                        """.formatted(SESSION, EVENT));

                migrate(database, "4.2");

                TextPlace place = new TextPlace(SESSION, 1);
                try (ResultSet row = statement.executeQuery(
                        "select sealed, wrapped from reported_text join patient_key using (session_id, version)")) {
                    row.next();
                    assertThat(new KeyRing(List.of(SECRET))
                                    .unwrap(row.getBytes("wrapped"))
                                    .open(row.getBytes("sealed"), place.ofWords(EVENT)))
                            .isEqualTo("Mrs *** felt floaty");
                    assertThat(row.next()).isFalse();
                }
                assertThat(value(statement, "select string_agg(words, ' ') from words"))
                        .isEqualTo("felt odd");
                assertThat(value(statement, "select count(*) from session_now")).isEqualTo("0");
                assertThat(value(
                                statement,
                                "select count(*) from recoding where kind = 'INDEX' and finished_at is null"))
                        .isEqualTo("1");
                assertThat(value(statement, "select count(*) from pg_tables where tablename like 'former%'"))
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

    private static void migrate(DataSource database, String target) {
        Flyway.configure()
                .dataSource(database)
                .locations("db/relay", "db/migration")
                .target(MigrationVersion.fromVersion(target))
                .load()
                .migrate();
    }
}
