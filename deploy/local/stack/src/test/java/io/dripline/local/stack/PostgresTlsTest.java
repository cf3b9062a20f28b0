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
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real PostgreSQL with the settings, the rules of access and the keys of docker-compose.tls.yml. */
class PostgresTlsTest {

    private static final Path ROOT = Checkout.root();
    private static final List<String> DATABASES = List.of("intake", "classification", "reporting", "keycloak");

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
                    setting.group(2).replace("/tls/", keys + "/").replace("/pg_hba.conf", rules.toString()));
        }
        postgres = builder.start();
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (var name : DATABASES) {
                statement.execute("create role %1$s login password 'of-%1$s'".formatted(name));
                statement.execute("create database %1$s owner %1$s".formatted(name));
                statement.execute("revoke connect on database %s from public".formatted(name));
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
        try (var connection = connect("intake", "intake", "sslmode=verify-full&sslrootcert=" + authority("tls"));
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
        assertThatThrownBy(
                        () -> connect("intake", "intake", "sslmode=verify-full&sslrootcert=" + authority("elsewhere")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("SSL error");
    }

    /** One role, one database: {@code pg_hba.conf} and the right to connect both say so. */
    @ParameterizedTest
    @CsvSource({
        "intake, classification",
        "intake, reporting",
        "intake, keycloak",
        "intake, postgres",
        "classification, intake",
        "reporting, intake",
        "reporting, classification"
    })
    void aServiceComesIntoItsOwnDatabaseAlone(String role, String database) {
        var secure = "sslmode=verify-full&sslrootcert=" + authority("tls");

        assertThatCode(() -> connect(role, role, secure).close()).doesNotThrowAnyException();
        assertThatThrownBy(() -> connect(role, database, secure))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("no pg_hba.conf entry");
    }

    private static Connection connect(String role, String database, String how) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s?%s".formatted(postgres.getPort(), database, how),
                role,
                "of-" + role);
    }

    private static Path authority(String name) {
        return directory.resolve(name).resolve("ca.crt");
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
