package io.dripline.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.net.httpserver.HttpServer;
import io.dripline.local.stack.ComposeFile.Mount;
import io.dripline.local.stack.ComposeFile.Publication;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** PostgreSQL, Kafka and Keycloak are used as their images are made, and agree with each other. */
class ComposeImagesTest {

    private static final Path ROOT = Checkout.root();
    private static final List<String> SHELL_ITSELF = List.of("exec", "printf");

    private final ComposeFile compose = ComposeFile.read();

    static Stream<String> images() {
        return ComposeFile.read().parts().entrySet().stream()
                .filter(part -> !part.getValue().isBuiltHere())
                .map(Map.Entry::getKey);
    }

    @Test
    void whatIsKnownOfAnImageIsKnownOfAll() {
        assertThat(ImageFacts.all().keySet()).isEqualTo(images().collect(Collectors.toSet()));
        assertThat(ImageFacts.all().values())
                .allSatisfy(image ->
                        assertThat(image.sources()).isNotEmpty().allMatch(source -> source.startsWith("https://")));
        assertThat(ImageFacts.all().values().stream().flatMap(image -> image.sources().stream()))
                .as("sources that stay as they were read")
                .noneMatch(source -> source.matches(".*/(main|master|trunk)/.*"));
    }

    @ParameterizedTest
    @MethodSource("images")
    void anImageIsOfTheVersionThatTheTestsRunOn(String part) throws IOException {
        var facts = ImageFacts.of(part);
        var version = Pattern.compile("<" + facts.version() + ">([^<]+)<")
                .matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();

        // The jar of PostgreSQL 18.6 is 18.6.0.
        assertThat(compose.part(part).image())
                .isIn(
                        facts.repository() + ":" + version,
                        facts.repository() + ":" + version.replaceFirst("^(\\d+\\.\\d+)\\.0$", "$1"));
    }

    @ParameterizedTest
    @MethodSource("images")
    void aPublishedPortIsOneThatTheImageListensOn(String part) {
        assertThat(compose.part(part).ports())
                .isNotEmpty()
                .extracting(Publication::inside)
                .isSubsetOf(listening(part));
    }

    @ParameterizedTest
    @MethodSource("images")
    void theDataLiesOnAVolumeAndNothingElseDoes(String part) {
        var data = ImageFacts.of(part).data();

        assertThat(compose.part(part).mounts().stream().filter(Mount::isVolume))
                .isEqualTo(data == null ? List.of() : List.of(new Mount(part, data, false)));
    }

    @ParameterizedTest
    @MethodSource("images")
    void aFileOfTheCheckoutIsMountedWhereTheImageReadsIt(String part) {
        assertThat(compose.part(part).mounts().stream().filter(mount -> !mount.isVolume()))
                .allSatisfy(mount -> {
                    assertThat(mount.target()).isIn(ImageFacts.of(part).files());
                    assertThat(mount.readOnly()).isTrue();
                });
    }

    @ParameterizedTest
    @MethodSource("images")
    void aVariableIsOneThatTheImageReadsOrItsScriptOfOurs(String part) throws IOException {
        var ours = part.equals("postgres") ? databases().values() : List.<String>of();

        assertThat(compose.part(part).environment().keySet())
                .allMatch(name -> ImageFacts.of(part).reads(name) || ours.contains("the value of " + name));
    }

    @ParameterizedTest
    @MethodSource("images")
    void theHealthIsAskedWithWhatTheImageHas(String part) {
        var health = compose.part(part).health();
        var programs = Arrays.stream(health.split("&&|\\||;"))
                .map(command -> command.strip().split("\\s+")[0])
                .filter(program -> !SHELL_ITSELF.contains(program));
        var ports = Pattern.compile("127\\.0\\.0\\.1[:/](\\d+)")
                .matcher(health)
                .results()
                .map(match -> Integer.valueOf(match.group(1)));

        assertThat(programs).isNotEmpty().isSubsetOf(ImageFacts.of(part).programs());
        assertThat(ports).isSubsetOf(listening(part));
    }

    @Test
    void kafkaIsFoundUnderTheAddressesThatItTells() {
        var kafka = compose.part("kafka");
        var told = listeners("KAFKA_ADVERTISED_LISTENERS");
        var bound = listeners("KAFKA_LISTENERS");

        assertThat(told)
                .allSatisfy((name, address) ->
                        assertThat(port(bound.get(name))).as(name).isEqualTo(port(address)));
        assertThat(told.get("OUTSIDE"))
                .isEqualTo("127.0.0.1:" + kafka.ports().getFirst().published());
        assertThat(compose.parts().values().stream()
                        .map(part -> part.environment().get("KAFKA_BOOTSTRAP_SERVERS"))
                        .filter(Objects::nonNull))
                .hasSize(4)
                .containsOnly(told.get(kafka.environment().get("KAFKA_INTER_BROKER_LISTENER_NAME")));
        assertThat(kafka.environment().get("KAFKA_CONTROLLER_QUORUM_VOTERS"))
                .isEqualTo(kafka.environment().get("KAFKA_NODE_ID") + "@kafka:" + port(bound.get("CONTROLLER")));
        assertThat(kafka.environment().get("KAFKA_LOG_DIRS"))
                .isEqualTo(ImageFacts.of("kafka").data());
    }

    @Test
    void tokensNameTheAddressThatKeycloakIsPublishedUnder() {
        var keycloak = compose.part("keycloak");
        var published = keycloak.ports().getFirst();
        var outside = "http://%s:%d".formatted(published.address(), published.published());

        assertThat(keycloak.environment().get("KC_HOSTNAME")).isEqualTo(outside);
        assertThat(List.of("intake", "classification", "reporting"))
                .allSatisfy(service -> assertThat(compose.part(service).environment())
                        .containsEntry("QUARKUS_OIDC_TOKEN_ISSUER", outside + "/realms/dripline")
                        .containsEntry(
                                "QUARKUS_OIDC_AUTH_SERVER_URL",
                                "http://keycloak:%d/realms/dripline".formatted(published.inside())));
    }

    /** Its body names each check: while one is down it is 503, and others in it are up. */
    @ParameterizedTest
    @CsvSource({"200, 0", "503, 1"})
    void keycloakIsHealthyOnlyOnceAllOfItIs(int status, int code) throws Exception {
        var keycloak = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        keycloak.createContext("/health/ready", asked -> {
            var body = "{\"status\": \"DOWN\", \"checks\": [{\"name\": \"Graceful Shutdown\", \"status\": \"UP\"}]}"
                    .getBytes(UTF_8);
            boolean whole = asked.getRequestMethod().equals("GET");
            asked.sendResponseHeaders(status, whole ? body.length : -1);
            if (whole) {
                asked.getResponseBody().write(body);
            }
            asked.close();
        });
        keycloak.start();
        try {
            var part = compose.part("keycloak");
            var command = part.healthCommand().stream()
                    .map(word ->
                            word.replace("/9000", "/" + keycloak.getAddress().getPort()))
                    .toList();
            var asking = new ProcessBuilder(command).redirectErrorStream(true).start();

            if (!asking.waitFor(part.healthTimeout())) {
                asking.destroyForcibly();
                fail("%s takes longer than %s", command, part.healthTimeout());
            }
            assertThat(asking.exitValue())
                    .as(new String(asking.getInputStream().readAllBytes()))
                    .isEqualTo(code);
        } finally {
            keycloak.stop(0);
        }
    }

    /** Runs the script that the image runs, against a psql that only writes down what it is told to make. */
    @Test
    void everyPartFindsTheDatabaseThatTheScriptMakesForIt() throws IOException {
        var wanted = new TreeMap<String, String>();
        var address = "jdbc:postgresql://postgres:%d/"
                .formatted(ImageFacts.of("postgres").ports().getFirst());
        compose.parts().forEach((name, part) -> {
            var keycloak = name.equals("keycloak");
            var url = part.environment().get(keycloak ? "KC_DB_URL" : "QUARKUS_DATASOURCE_JDBC_URL");
            if (url == null) {
                return;
            }
            var user = part.environment().get(keycloak ? "KC_DB_USERNAME" : "QUARKUS_DATASOURCE_USERNAME");
            var password = part.environment().get(keycloak ? "KC_DB_PASSWORD" : "QUARKUS_DATASOURCE_PASSWORD");
            assertThat(url).isEqualTo(address + user);
            if (!keycloak) {
                var owner = part.environment().get("QUARKUS_FLYWAY_USERNAME");
                var ownersPassword = part.environment().get("QUARKUS_FLYWAY_PASSWORD");
                assertThat(owner).isEqualTo(user + "_owner");
                wanted.put(owner, ownersPassword.replaceFirst("^\\$\\{([A-Z_]+):.*", "the value of $1"));
            }
            wanted.put(user, password.replaceFirst("^\\$\\{([A-Z_]+):.*", "the value of $1"));
        });

        assertThat(databases()).isEqualTo(wanted).hasSize(7);
    }

    /** Each of them may fill its pool at the same time, and an operator needs a connection too. */
    @Test
    void whatSharesPostgresLeavesConnectionsFree() {
        var services = List.of("intake", "classification", "reporting");
        var pools = services.stream()
                .mapToInt(service ->
                        Integer.parseInt(ServiceProperties.of(service).get("quarkus.datasource.jdbc.max-size")));

        assertThat(services)
                .allSatisfy(service -> assertThat(compose.part(service).environment())
                        .doesNotContainKey("QUARKUS_DATASOURCE_JDBC_MAX_SIZE"));
        assertThat(pools.sum()
                        + Integer.parseInt(
                                compose.part("keycloak").environment().getOrDefault("KC_DB_POOL_MAX_SIZE", "100")))
                .isLessThan(ImageFacts.of("postgres").connections());
    }

    @TempDir
    private Path directory;

    /** By name of the role, the password that the script gives it. */
    private Map<String, String> databases() throws IOException {
        var psql = directory.resolve("psql");
        Files.writeString(psql, """
                #!/bin/bash
                for word in "$@"; do case $word in name=* | password=* | owner=* | owner_password=*) echo "$word" ;; esac; done
                """);
        psql.toFile().setExecutable(true);
        var builder = new ProcessBuilder(
                        "bash",
                        ROOT.resolve("deploy/images/postgres/10-databases.sh").toString())
                .redirectErrorStream(true);
        builder.environment().put("PATH", directory + ":" + System.getenv("PATH"));
        builder.environment().put("POSTGRES_USER", "postgres");
        compose.part("postgres").environment().keySet().stream()
                .filter(name -> name.endsWith("_DATABASE_PASSWORD"))
                .forEach(name -> builder.environment().put(name, "the value of " + name));
        var said = new String(builder.start().getInputStream().readAllBytes());
        var databases = new TreeMap<String, String>();
        Pattern.compile("(?:name|owner)=(.*)\n(?:owner_)?password=(.*)\n")
                .matcher(said)
                .results()
                .forEach(match -> databases.put(match.group(1), match.group(2)));
        assertThat(databases).as(said).isNotEmpty();
        return databases;
    }

    private List<Integer> listening(String part) {
        return part.equals("kafka")
                ? listeners("KAFKA_LISTENERS").values().stream()
                        .map(ComposeImagesTest::port)
                        .toList()
                : ImageFacts.of(part).ports();
    }

    private Map<String, String> listeners(String variable) {
        var listeners = new LinkedHashMap<String, String>();
        for (var listener : compose.part("kafka").environment().get(variable).split(",")) {
            var words = listener.split("://");
            listeners.put(words[0], words[1]);
        }
        return listeners;
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }
}
