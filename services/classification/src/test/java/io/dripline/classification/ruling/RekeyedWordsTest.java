package io.dripline.classification.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.classification.words.RotateWordKeys;
import io.dripline.classification.words.WordSecrets;
import io.dripline.coding.Ruled;
import io.dripline.coding.Vocabulary;
import io.dripline.coding.WordKey;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Rulings find their words, from the build that found them by a hash which anybody can make through every secret that is added; as the
 * roles that an installation has.
 */
class RekeyedWordsTest {

    private static final String SETTING = "dripline.words.keys";
    private static final String FIRST = "first-secret-first-secret-first-secret";
    private static final String SECOND = "second-secret-second-secret-second-secret";
    private static final String THIRD = "third-secret-third-secret-third-secret";
    private static final WordSecrets ONE = new WordSecrets(List.of(FIRST));
    private static final WordSecrets TWO = new WordSecrets(List.of(FIRST, SECOND));
    private static final String RULED = "felt odd";
    private static final String WAITING = "felt very odd";
    private static final String SESSION = "019aa000-0000-7000-8000-000000000001";

    private EmbeddedPostgres postgres;
    private DataSource owner;
    private DataSource service;

    @BeforeEach
    void aDatabaseOfAnEarlierBuild() throws Exception {
        postgres = EmbeddedPostgres.builder().start();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role classification login");
            statement.execute("create role classification_owner login");
            statement.execute("create database classification owner classification_owner");
        }
        owner = postgres.getDatabase("classification_owner", "classification");
        service = postgres.getDatabase("classification", "classification");
        System.setProperty("dripline.free-text.keys", "a-free-text-secret-of-this-test-alone");
        System.setProperty(SETTING, FIRST);
        migrate("6");
        // the earlier build's grants were others, so that those of today are given behind its migrations
        execute(owner, "delete from flyway_schema_history where version is null");
        execute(owner, """
                insert into words values ('\\x%1$s', '%2$s'), ('\\x%3$s', '%4$s');
                insert into session_word values ('%5$s', '\\x%1$s', false, 'clinic-north', now()),
                                                ('%5$s', '\\x%3$s', true, 'clinic-north', now());
                insert into ruling (key, revision, terms, who, decided_at, sessions)
                values ('\\x%1$s', 1, '{nausea}', 'anna', '2026-11-01Z', 1), ('\\x%1$s', 2, '{dizziness}', 'ben', '2026-11-02Z', 1)
                """.formatted(plain(RULED), RULED, plain(WAITING), WAITING, SESSION));
    }

    @AfterEach
    void stop() throws Exception {
        System.clearProperty("dripline.free-text.keys");
        System.clearProperty(SETTING);
        postgres.close();
    }

    @Test
    void theMigrationKeysWhatIsLookedUpAndLeavesWhatIsSealed() throws Exception {
        String sealed =
                "select seq, key, revision, terms, who, decided_at, origin, taken_by, taken_at, sessions, xid from ruling";
        List<String> rulings = rows(sealed);

        migrate("7.2");

        assertThat(rows(sealed)).isEqualTo(rulings);
        assertThat(rows("select depth from ruling")).containsExactly("0", "0");
        assertThat(rows("select encode(key, 'hex'), words from words"))
                .containsExactlyInAnyOrder(
                        ONE.keys().of(RULED).hex() + "|" + RULED,
                        ONE.keys().of(WAITING).hex() + "|" + WAITING);
        assertThat(rows("select encode(key, 'hex'), awaiting, clinic from session_word"))
                .containsExactlyInAnyOrder(
                        ONE.keys().of(RULED).hex() + "|f|clinic-north",
                        ONE.keys().of(WAITING).hex() + "|t|clinic-north");
        assertThat(rows("select encode(key, 'hex') from recoding where kind = 'RULING'"))
                .hasSize(2)
                .containsOnly(ONE.keys().of(RULED).hex());
        assertFoundBy(ONE);
        for (String table :
                rows("select tablename from pg_tables where schemaname = 'public' and tablename <> 'ruling'")) {
            assertThat(rows("select t::text from \"%s\" t".formatted(table)))
                    .as(table)
                    .noneMatch(row -> row.contains(plain(RULED)) || row.contains(plain(WAITING)));
        }
    }

    @Test
    void secretsThatAreAddedOneByOneOrAtOnceFindTheSameWords() throws Exception {
        migrate(null);

        rotate(ONE);
        execute(service, """
                insert into ruling (key, revision, terms, who, decided_at, sessions, depth)
                values ('\\x%s', 3, '{vomiting}', 'cleo', now(), 1, 1)""".formatted(ONE.keys().of(RULED).hex()));
        rotate(TWO);

        assertFoundBy(TWO);
        WordSecrets three = new WordSecrets(List.of(FIRST, SECOND, THIRD));
        rotate(three);
        assertFoundBy(three);
        assertThat(rows("select depth, terms from ruling order by seq"))
                .containsExactly("0|{nausea}", "0|{dizziness}", "1|{vomiting}");
    }

    @Test
    void otherSecretsAndFewerStopTheStartAndChangeNothing() throws Exception {
        migrate(null);
        rotate(TWO);

        assertThatThrownBy(() -> rotate(ONE))
                .hasMessageContaining(SETTING + ": expected the 2 secrets", "found 1")
                .hasMessageNotContaining(FIRST);
        assertThatThrownBy(() -> rotate(new WordSecrets(List.of(FIRST, THIRD)))).hasMessageContaining("found others");
        assertThatThrownBy(() -> rotate(new WordSecrets(List.of(SECOND, FIRST, THIRD))))
                .hasMessageContaining("found others");
        assertFoundBy(TWO);
    }

    /** Another instance that was not started again yet: its keys would meet none of those that are stored. */
    @Test
    void whoeverStillHasFewerSecretsCodesAndRulesNothing() throws Exception {
        migrate(null);
        rotate(ONE);
        Rulings former = new Rulings(service, Vocabulary.standard(), ONE);
        Rulings rulings = new Rulings(service, Vocabulary.standard(), TWO);

        rotate(TWO);

        try (Connection connection = service.getConnection()) {
            assertThatThrownBy(() -> former.requireNothingNewAbout(connection, 0, List.of()))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining(SETTING)
                    .extracting(failure -> ((SQLException) failure).getSQLState())
                    .isEqualTo("53400");
            assertThatThrownBy(() -> former.begin(connection)).hasMessageContaining(SETTING);
            rulings.requireNothingNewAbout(connection, 0, List.of());
            rulings.begin(connection);
        }
        execute(service, """
                insert into ruling (key, revision, terms, who, decided_at, sessions, depth)
                values ('\\x%s', 3, '{vomiting}', 'cleo', now(), 1, 2)""".formatted(TWO.keys().of(RULED).hex()));
        assertThatThrownBy(() -> former.addNewer(0, new HashMap<>()))
                .hasMessageContaining(SETTING + ": expected at least 2 secrets, found 1");
    }

    /** What is not sealed is made again from what is. */
    @Test
    void whereARulingIsFoundIsSetRightByAStart() throws Exception {
        migrate(null);
        execute(owner, "update ruled_words set key = '\\x%s' where seq = 2".formatted(plain("another")));
        execute(owner, "delete from ruled_words where seq = 1");

        rotate(ONE);

        assertFoundBy(ONE);
    }

    /** Without its secret nobody moves words: Flyway over the SQL alone goes no further. */
    @Test
    void withoutTheJavaMigrationNothingIsDropped() throws Exception {
        assertThatThrownBy(() -> Flyway.configure()
                        .dataSource(owner)
                        .locations(
                                "filesystem:src/main/resources/db/migration",
                                "filesystem:../relay/src/main/resources/db/relay")
                        .validateOnMigrate(false)
                        .load()
                        .migrate())
                .hasMessageContaining("DRIPLINE_WORDS_KEYS");
        assertThat(rows("select count(*) from former_words")).containsExactly("2");
    }

    private void assertFoundBy(WordSecrets secrets) throws SQLException {
        String key = secrets.keys().of(RULED).hex();
        Rulings rulings = new Rulings(service, Vocabulary.standard(), secrets);
        long newest = Long.parseLong(rows("select max(seq) from ruling").getFirst());
        Map<WordKey, Ruled> known = new HashMap<>();
        rulings.addNewer(0, known);
        assertThat(known).containsOnlyKeys(secrets.keys().of(RULED));
        assertThat(known.values()).extracting(Ruled::id).containsExactly(newest);
        assertThat(rulings.about(secrets.keys().of(RULED)))
                .hasValueSatisfying(ruling -> assertThat(ruling.id()).isEqualTo(newest))
                .hasValueSatisfying(ruling -> assertThat(ruling.review()).isEqualTo(key))
                .hasValueSatisfying(ruling -> assertThat(ruling.words()).isEqualTo(RULED));
        assertThat(rulings.page(0, true, 10)).extracting(Ruling::id).containsExactly(newest);
        assertThat(rows("select distinct encode(key, 'hex') from ruled_words")).containsExactly(key);
        assertThat(rows("select encode(key, 'hex') from session_word"))
                .containsExactlyInAnyOrder(key, secrets.keys().of(WAITING).hex());
        assertThat(rows("select distinct encode(key, 'hex') from recoding where kind = 'RULING'"))
                .containsExactly(key);
    }

    private void rotate(WordSecrets secrets) throws SQLException {
        new RotateWordKeys(service, secrets).rotate();
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(owner)
                .locations("db/relay", "db/migration")
                .target(target == null ? MigrationVersion.LATEST : MigrationVersion.fromVersion(target))
                .load()
                .migrate();
    }

    /** As the earlier build made it; the words are in normal form. */
    private static String plain(String words) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(DataSource as, String sql) throws SQLException {
        try (Connection connection = as.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows(String query) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    columns.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", columns));
            }
            return rows;
        }
    }
}
