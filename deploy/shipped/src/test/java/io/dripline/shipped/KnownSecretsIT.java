package io.dripline.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A packaged service with the secrets of this repository, or with what is none, does not start, and leaves the database alone. */
class KnownSecretsIT {

    private static final int PATIENCE_SECONDS = 120;
    private static final String OWN = "a-secret-that-nobody-else-has-at-all";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"intake", "classification", "reporting"})
    void doesNotStartAndLeavesTheDatabaseAlone(String service) throws Exception {
        try (Database database = new Database()) {
            Process started = start(service, database, Map.of());
            try {
                assertThat(started.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

                assertThat(started.exitValue()).isNotZero();
                assertThat(directory.resolve("log"))
                        .content()
                        .contains("Not started: the whole world knows the value of", "quarkus.datasource.password")
                        .as("a program reads what is logged in production")
                        .contains("\"service\":\"" + service + "\"");
                assertThat(database.wasAsked(0)).isFalse();
            } finally {
                started.destroyForcibly();
            }
        }
    }

    /** Else the test above would prove nothing. */
    @ParameterizedTest
    @ValueSource(strings = "intake")
    void withSecretsOfItsOwnTheDatabaseIsAsked(String service) throws Exception {
        try (Database database = new Database()) {
            Process started = start(
                    service, database, Map.of("QUARKUS_DATASOURCE_PASSWORD", OWN, "QUARKUS_FLYWAY_PASSWORD", OWN));
            try {
                assertThat(database.wasAsked(PATIENCE_SECONDS)).isTrue();
            } finally {
                started.destroyForcibly();
            }
        }
    }

    @Test
    void aSecretThatIsTooShortLeavesTheDatabaseAloneToo() throws Exception {
        try (Database database = new Database()) {
            Process started = start(
                    "classification",
                    database,
                    Map.of(
                            "QUARKUS_DATASOURCE_PASSWORD",
                            OWN,
                            "QUARKUS_FLYWAY_PASSWORD",
                            OWN,
                            "DRIPLINE_WORDS_KEYS",
                            OWN + ",short"));
            try {
                assertThat(started.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

                assertThat(started.exitValue()).isNotZero();
                assertThat(directory.resolve("log")).content().contains("dripline.words.keys[1]");
                assertThat(database.wasAsked(0)).isFalse();
            } finally {
                started.destroyForcibly();
            }
        }
    }

    private Process start(String service, Database database, Map<String, String> settings) throws IOException {
        Path jar = ServiceFiles.of(Checkout.ROOT, service).directory().resolve("quarkus-run.jar");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "jdbc:postgresql://127.0.0.1:%d/%s?loginTimeout=2".formatted(database.port(), service),
                        "QUARKUS_HTTP_PORT",
                        "0",
                        // Nothing listens there.
                        "QUARKUS_OIDC_AUTH_SERVER_URL",
                        "http://127.0.0.1:9/realms/dripline",
                        "DRIPLINE_INTAKE_PSEUDONYM_KEY",
                        OWN,
                        "DRIPLINE_FREE_TEXT_KEYS",
                        OWN,
                        "DRIPLINE_WORDS_KEYS",
                        OWN,
                        "DRIPLINE_LEDGER_KEY",
                        OWN,
                        "DRIPLINE_CODING_MODEL",
                        "false"));
        builder.environment().putAll(settings);
        return builder.start();
    }

    /** Knows whether anybody came, and turns everybody away. */
    private static final class Database implements AutoCloseable {

        private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final CountDownLatch asked = new CountDownLatch(1);

        Database() throws IOException {
            Thread.ofVirtual().start(() -> {
                while (!door.isClosed()) {
                    try (Socket caller = door.accept()) {
                        asked.countDown();
                    } catch (IOException closed) {
                        return;
                    }
                }
            });
        }

        int port() {
            return door.getLocalPort();
        }

        boolean wasAsked(int patienceSeconds) throws InterruptedException {
            return asked.await(patienceSeconds, TimeUnit.SECONDS);
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
