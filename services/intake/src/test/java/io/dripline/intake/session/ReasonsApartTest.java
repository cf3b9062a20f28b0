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

/** The migration that takes the reasons out of the record loses none of them. */
class ReasonsApartTest {

    private static final String VERSION = """
            insert into session_version (session_id, version, status, clinic, reference, patient, content, who, reason,
                                         content_hash, first_received_at, received_at)
            values ('019aa000-0000-7000-8000-000000000001', %d, 'ACTIVE', 'clinic-north', 'r', repeat('0', 64),
                    '{"attributes": {"startedAt": "2026-11-22T09:00:00+11:00"}}', 'clinic-north', %s, '', now(), now())
            """;

    @Test
    void keepsEveryReason() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            DataSource database = postgres.getPostgresDatabase();
            migrate(database, MigrationVersion.fromVersion("2"));
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(VERSION.formatted(1, "null"));
                statement.execute(VERSION.formatted(2, "'weighed again'"));

                migrate(database, MigrationVersion.fromVersion("3"));

                try (ResultSet row = statement.executeQuery(
                        "select string_agg(v.version || ' ' || coalesce(reason, '-'),"
                                + " ', ' order by v.version) from session_version v left join session_reason using (session_id, version)")) {
                    row.next();
                    assertThat(row.getString(1)).isEqualTo("1 -, 2 weighed again");
                }
            }
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
