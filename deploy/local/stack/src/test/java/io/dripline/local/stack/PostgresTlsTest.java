package io.dripline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real PostgreSQL with the settings, the rules of access and the keys of docker-compose.tls.yml. */
class PostgresTlsTest {

    private static final Path ROOT = Checkout.root();

    /** Whom docker-compose.yml lets into which database, owners and those who work there. */
    private static final Map<String, Set<String>> ROLES = roles();

    private static final String VERIFIED = "sslmode=verify-full&sslrootcert=";

    @TempDir
    private static Path directory;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
        var keys = directory.resolve("tls");
        certificates(keys);
        certificates(directory.resolve("elsewhere"));
        var rules = directory.resolve("pg_hba.conf");
        // The library that starts it comes in over the network and not over a socket, as the superuser and before TLS.
        Files.writeString(
                rules,
                "host postgres postgres 127.0.0.1/32 trust\n"
                        + Files.readString(ROOT.resolve("deploy/images/tls/pg_hba.conf")));
        var builder = EmbeddedPostgres.builder();
        var setting = Pattern.compile("\"-c\", \"([a-z_]+)=([^\"]+)\"")
                .matcher(Files.readString(ROOT.resolve("docker-compose.tls.yml")));
        while (setting.find()) {
            builder.setServerConfig(
                    setting.group(1),
                    setting.group(2).replace("/tls/", keys + "/postgres/").replace("/pg_hba.conf", rules.toString()));
        }
        postgres = builder.start();
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (var database : ROLES.entrySet()) {
                statement.execute("create database " + database.getKey());
                statement.execute("revoke connect on database %s from public".formatted(database.getKey()));
                for (var role : database.getValue()) {
                    statement.execute("create role %1$s login password 'of-%1$s'".formatted(role));
                    statement.execute("grant connect on database %s to %s".formatted(database.getKey(), role));
                }
            }
        }
    }

    @AfterAll
    static void stop() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void aServiceComesInByTlsToAServerThatItHasVerified() throws SQLException {
        try (var connection = connect("intake", "intake", VERIFIED + authority("tls"));
                var rows = connection
                        .createStatement()
                        .executeQuery("select version from pg_stat_ssl where pid = pg_backend_pid()")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("TLSv1.3");
        }
    }

    @Test
    void nobodyComesInWithoutTls() {
        assertThatThrownBy(() -> connect("intake", "intake", "sslmode=disable"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("no encryption");
    }

    @Test
    void aServerOfAnotherAuthorityIsRefusedByTheClient() {
        assertThatThrownBy(() -> connect("intake", "intake", VERIFIED + authority("elsewhere")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("SSL error");
    }

    /** Those that work there and those that own the tables, which a service's start needs. */
    @Test
    void everyRoleOfTheComposeFileComesIntoItsDatabase() {
        assertThat(ROLES.get("intake")).containsExactlyInAnyOrder("intake", "intake_owner");
        assertThat(ROLES.keySet()).containsExactlyInAnyOrder("intake", "classification", "reporting", "keycloak");
        ROLES.forEach((database, roles) -> assertThat(roles)
                .allSatisfy(role -> assertThatCode(() -> connect(role, database, VERIFIED + authority("tls"))
                                .close())
                        .doesNotThrowAnyException()));
    }

    /** {@code pg_hba.conf} and the right to connect both say so. */
    @Test
    void noRoleComesIntoAnotherDatabase() {
        ROLES.forEach((own, roles) -> roles.forEach(role -> assertThat(databasesBut(own))
                .isNotEmpty()
                .allSatisfy(database -> assertThatThrownBy(() -> connect(role, database, VERIFIED + authority("tls")))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("no pg_hba.conf entry"))));
    }

    private static Set<String> databasesBut(String own) {
        Set<String> others = new TreeSet<>(ROLES.keySet());
        others.add("postgres");
        others.remove(own);
        return others;
    }

    private static Map<String, Set<String>> roles() {
        Map<String, Set<String>> roles = new TreeMap<>();
        for (var part : ComposeFile.read().parts().values()) {
            var environment = part.environment();
            var address = environment.getOrDefault("QUARKUS_DATASOURCE_JDBC_URL", environment.get("KC_DB_URL"));
            if (address != null) {
                roles.put(
                        address.replaceFirst(".*/", ""),
                        Stream.of("QUARKUS_DATASOURCE_USERNAME", "QUARKUS_FLYWAY_USERNAME", "KC_DB_USERNAME")
                                .map(environment::get)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
        }
        return roles;
    }

    private static Connection connect(String role, String database, String how) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s?%s".formatted(postgres.getPort(), database, how),
                role,
                "of-" + role);
    }

    private static Path authority(String name) {
        return directory.resolve(name).resolve("trust/ca.crt");
    }

    private static void certificates(Path keys) throws IOException, InterruptedException {
        var script = ROOT.resolve("deploy/images/tls/certificates.sh").toString();
        var process = new ProcessBuilder("bash", script, keys.toString(), "postgres")
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }
}
