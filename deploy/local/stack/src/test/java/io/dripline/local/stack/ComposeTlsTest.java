package io.dripline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.local.stack.ComposeFile.Mount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The compose file that encrypts, without an engine: it fits the one below it, and the page for operators fits it. */
class ComposeTlsTest {

    private static final Path ROOT = Checkout.root();
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):\\?");

    @Test
    void composeTakesBothFiles() throws Exception {
        Tool.DOCKER_COMPOSE.require(System.getenv());
        var process = new ProcessBuilder(
                        "docker-compose",
                        "-f",
                        "docker-compose.yml",
                        "-f",
                        "docker-compose.tls.yml",
                        "--env-file",
                        ".env.example",
                        "config",
                        "--quiet")
                .directory(ROOT.toFile())
                .redirectErrorStream(true);
        wanted().forEach(variable -> process.environment().put(variable, "secret"));

        Process started = process.start();
        String said = new String(started.getInputStream().readAllBytes());

        assertThat(started.waitFor()).as(said).isZero();
    }

    @Test
    void everySecretThatItNeedsIsNamedForOperators() throws IOException {
        var page = Files.readString(ROOT.resolve("docs/operating.md"));

        assertThat(wanted())
                .isNotEmpty()
                .allSatisfy(variable -> assertThat(page).containsAnyOf(variable + "=", "`" + variable + "`"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "classification", "incidence", "reporting"})
    void aServiceSpeaksToKafkaAsItselfAndAnswersByTlsAlone(String service) throws IOException {
        var environment = environmentOf(service);
        var port = ServiceProperties.of(service).get("quarkus.http.port");

        assertThat(environment)
                .containsEntry("KAFKA_SECURITY_PROTOCOL", "SASL_SSL")
                .containsEntry("QUARKUS_HTTP_INSECURE_REQUESTS", "disabled")
                .containsEntry("QUARKUS_HTTP_SSL_PORT", port)
                .containsEntry("QUARKUS_TLS_KEY_STORE_PEM_0_CERT", "/tls/%s.crt".formatted(service));
        assertThat(environment.get("KAFKA_SASL_JAAS_CONFIG")).contains("username=\"%s\"".formatted(service));
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "classification", "reporting"})
    void aDatabaseIsVerified(String service) throws IOException {
        assertThat(environmentOf(service).get("QUARKUS_DATASOURCE_JDBC_URL"))
                .endsWith("/%s?sslmode=verify-full&sslrootcert=/tls/ca.crt".formatted(service));
    }

    /** Of what a service calls by HTTPS, each has a setting of its own for whom to trust. */
    @ParameterizedTest
    @ValueSource(strings = {"intake", "classification", "reporting"})
    void everyClientOfTheIssuerTrustsTheAuthority(String service) throws IOException {
        var callers = ServiceProperties.of(service).names().stream()
                .map(key -> key.replaceFirst("^%[a-z,]+[.]", ""))
                .distinct()
                .filter(key -> key.matches("quarkus[.]oidc(-client)?([.][a-z]+)?[.]auth-server-url"))
                .map(key -> key.replace("auth-server-url", "tls.tls-configuration-name"))
                .map(ServiceProperties::asVariable)
                .toList();

        assertThat(callers).hasSize(service.equals("reporting") ? 3 : 1);
        assertThat(environmentOf(service))
                .containsAllEntriesOf(callers.stream().collect(Collectors.toMap(name -> name, name -> "<default>")));
    }

    /** A client without a name of whom to trust trusts what Java does, which knows nothing of this authority. */
    @ParameterizedTest
    @ValueSource(strings = {"intake", "classification", "incidence", "reporting"})
    void everyClientOfAnotherServiceTrustsTheAuthority(String service) throws IOException {
        var callers = ServiceProperties.of(service).names().stream()
                .filter(key -> key.matches("quarkus[.]rest-client[.][a-z]+[.]url"))
                .map(key -> ServiceProperties.asVariable(key.replace(".url", ".tls-configuration-name")))
                .toList();

        assertThat(callers.isEmpty()).isEqualTo(!service.equals("reporting"));
        assertThat(environmentOf(service))
                .containsAllEntriesOf(callers.stream().collect(Collectors.toMap(name -> name, name -> "<default>")));
    }

    /** People come back from the sign-in to an address that the realm knows. */
    @Test
    void theRealmSendsPeopleBackByHttpsToo() throws IOException {
        assertThat(Files.readString(ROOT.resolve("deploy/local/realm/dripline-realm.json")))
                .contains("\"https://127.0.0.1:8080/*\"", "##https://127.0.0.1:8080/*");
    }

    /** Every part that gets a certificate, by the name that others call it by. */
    @Test
    void theScriptMakesAKeyForEveryPart() throws IOException {
        var made = ((List<?>) services().get("certificates").get("entrypoint"))
                .stream().map(Object::toString).toList();
        var parts = made.subList(made.indexOf("/tls") + 1, made.size()).stream()
                .map(part -> part.replaceFirst(":.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(parts).isEqualTo(new TreeSet<>(ComposeFile.read().parts().keySet()));
    }

    /** A part that was broken into gives away its own key and nobody else's. */
    @Test
    void everyPartSeesTheKeysOfItsOwnAlone() throws IOException {
        services().forEach((part, yaml) -> {
            var keys = mounts(yaml)
                    .filter(mount -> mount.source().startsWith("tls"))
                    .toList();
            switch (part) {
                case "certificates" ->
                    assertThat(keys)
                            .allSatisfy(mount -> assertThat(mount.source())
                                    .isEqualTo("tls-" + mount.target().replaceFirst("^/tls/", "")));
                case "kafka-acls", "kafka-operator" ->
                    assertThat(keys).containsExactly(new Mount("tls-trust", "/tls", true));
                default -> assertThat(keys).containsExactly(new Mount("tls-" + part, "/tls", true));
            }
        });
    }

    /** What they mount, the script makes: else a part would find an empty directory. */
    @Test
    void theScriptSeesTheVolumeOfEveryPart() throws IOException {
        var made = mounts(services().get("certificates"))
                .map(Mount::source)
                .filter(source -> source.startsWith("tls"))
                .collect(Collectors.toCollection(TreeSet::new));
        var mounted = services().values().stream()
                .flatMap(ComposeTlsTest::mounts)
                .map(Mount::source)
                .filter(source -> source.startsWith("tls"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(made).isEqualTo(mounted).contains("tls-authority", "tls-trust", "tls-intake");
    }

    @Test
    void everyMountedFileExistsAndEveryImageIsTheOneBelow() throws IOException {
        var below = ComposeFile.read();

        assertThat(services().get("certificates").get("image"))
                .isEqualTo(below.part("postgres").yaml().get("image"));
        assertThat(services().get("kafka-acls").get("image"))
                .isEqualTo(below.part("kafka").yaml().get("image"));
        assertThat(services().values().stream()
                        .flatMap(part -> ((List<?>) part.getOrDefault("volumes", List.of())).stream())
                        .map(Object::toString)
                        .filter(mount -> mount.startsWith("./"))
                        .map(mount -> mount.replaceFirst(":.*", "")))
                .isNotEmpty()
                .allSatisfy(source -> assertThat(ROOT.resolve(source)).exists());
    }

    private static Stream<Mount> mounts(Map<String, Object> part) {
        return ((List<?>) part.getOrDefault("volumes", List.of()))
                .stream().map(Object::toString).map(Mount::of);
    }

    private static Set<String> wanted() throws IOException {
        return VARIABLE.matcher(Files.readString(ROOT.resolve("docker-compose.tls.yml")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> environmentOf(String service) throws IOException {
        return ((Map<?, ?>) services().get(service).get("environment"))
                .entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> entry.getKey().toString(),
                                entry -> entry.getValue().toString()));
    }

    private static Map<String, Map<String, Object>> services() throws IOException {
        Map<String, Map<String, Map<String, Object>>> compose =
                new Yaml().load(Files.readString(ROOT.resolve("docker-compose.tls.yml")));
        return compose.get("services");
    }
}
