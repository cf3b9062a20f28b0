package io.dripline.intake.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One patient stays one patient, from the build that had the hash for an id through every key that is added. */
class RotatePseudonymsTest {

    private static final String FIRST = "first-key-first-key-first-key-first-key";
    private static final String SECOND = "second-key-second-key-second-key-second";
    private static final String THIRD = "third-key-third-key-third-key-third-key";
    private static final KeyedHashes ONE = KeyedHashesTest.with(FIRST);
    private static final KeyedHashes TWO = KeyedHashesTest.with(FIRST, SECOND);
    private static final KeyedHashes THREE = KeyedHashesTest.with(FIRST, SECOND, THIRD);

    private EmbeddedPostgres postgres;
    private DataSource database;
    private String former;

    @BeforeEach
    void aDatabaseOfAnEarlierBuild() throws Exception {
        postgres = EmbeddedPostgres.builder().start();
        database = postgres.getPostgresDatabase();
        former = ONE.formerPseudonym("clinic-north", "P-0042");
        migrate("4");
        execute("""
                insert into session_version (session_id, version, status, clinic, reference, patient, content, who,
                                             content_hash, first_received_at, received_at)
                values (gen_random_uuid(), 1, 'ACTIVE', 'clinic-north', 'r', '%s',
                        '{"attributes": {"startedAt": "2026-11-22T09:00:00+11:00"}}', 'clinic-north', '', now(), now())
                """.formatted(former));
        migrate("5");
    }

    @AfterEach
    void stop() throws Exception {
        postgres.close();
    }

    @Test
    void thePatientOfAnEarlierBuildKeepsTheId() throws SQLException {
        rotate(ONE);

        assertThat(idOf(ONE)).isEqualTo(former);
    }

    @Test
    void keysThatAreAddedOneByOneOrAtOnceLeaveThePatientsIds() throws SQLException {
        rotate(ONE);
        rotate(TWO);
        rotate(THREE);

        assertThat(idOf(THREE)).isEqualTo(former);
        assertThat(idOf(TWO)).isNull();
        assertThat(value("select count(*) from patient")).isEqualTo("1");
    }

    @Test
    void keysThatWereThereAtTheFirstStartAreAppliedToo() throws SQLException {
        rotate(THREE);
        rotate(THREE);

        assertThat(idOf(THREE)).isEqualTo(former);
    }

    @Test
    void otherKeysAndLessKeysStopTheStartAndChangeNothing() throws SQLException {
        rotate(TWO);

        assertThatThrownBy(() -> rotate(ONE))
                .hasMessageContaining("expected the 2 keys")
                .hasMessageNotContaining(FIRST);
        assertThatThrownBy(() -> rotate(KeyedHashesTest.with(FIRST, THIRD))).hasMessageContaining("found others");
        assertThatThrownBy(() -> rotate(KeyedHashesTest.with(SECOND, FIRST, THIRD)))
                .hasMessageContaining("found others");
        assertThat(idOf(TWO)).isEqualTo(former);
    }

    @Test
    void whoeverStillHashesByFewerKeysMakesNoSecondPatient() throws SQLException {
        rotate(TWO);

        assertThatThrownBy(() -> execute("insert into patient values (repeat('a', 64), '\\x%s', 1)"
                        .formatted(HexFormat.of().formatHex(ONE.codeHash("clinic-north", "P-0042")))))
                .hasMessageContaining("patient_depth_fkey");
    }

    private void rotate(KeyedHashes hashes) throws SQLException {
        new RotatePseudonyms(database, hashes).rotate();
    }

    private String idOf(KeyedHashes hashes) throws SQLException {
        return new Patients(database, hashes).find("clinic-north", "P-0042").orElse(null);
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(database)
                .locations("db/relay", "db/migration")
                .target(MigrationVersion.fromVersion(version))
                .load()
                .migrate();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String value(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
