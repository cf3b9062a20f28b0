package io.dripline.local.stack;

import static io.dripline.local.stack.ComposeFile.mapOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.local.stack.ComposeFile.Mount;
import io.dripline.local.stack.ComposeFile.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be said of the compose file without a container engine: it names what the services really have, and hangs together. */
class ComposeFileTest {

    private static final Path ROOT = Checkout.root();
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)");

    private final ComposeFile compose = ComposeFile.read();

    @ParameterizedTest
    @ValueSource(strings = {"intake", "classification", "incidence", "reporting"})
    void aServiceIsPublishedOnItsOwnPortAndOnThisMachineOnly(String service) {
        String port = ServiceProperties.of(service).get("quarkus.http.port");

        assertThat(compose.part(service).ports())
                .containsExactly(new Publication("127.0.0.1", Integer.parseInt(port), Integer.parseInt(port)));
        assertThat(compose.part(service).health()).contains("http://127.0.0.1:" + port + "/q/health/ready");
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "classification", "incidence", "reporting"})
    void everyVariableOverridesAPropertyOfTheService(String service) {
        var known = ServiceProperties.of(service).names().stream()
                .map(name -> name.replaceFirst("^%[a-z,]+\\.", ""))
                .map(ServiceProperties::asVariable)
                .collect(Collectors.toCollection(TreeSet::new));
        known.add("QUARKUS_OIDC_TOKEN_ISSUER");

        assertThat(compose.part(service).environment().keySet()).isSubsetOf(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "classification", "incidence", "reporting"})
    void anImageIsBuiltFromTheModule(String service) {
        var build = mapOf(compose.part(service).yaml().get("build"));

        assertThat(ROOT.resolve(build.get("dockerfile").toString())).exists();
        assertThat(mapOf(build.get("args"))).containsEntry("SERVICE", service);
        assertThat(ROOT.resolve("services").resolve(service).resolve("pom.xml")).exists();
    }

    @Test
    void everyPartHasAHealthCheck() {
        assertThat(compose.parts().values())
                .isNotEmpty()
                .allSatisfy(part -> assertThat(part.yaml()).containsKey("healthcheck"));
    }

    /** What each writes is kept for a while and no longer. */
    @Test
    void everyPartsLogHasAnEnd() {
        assertThat(compose.parts().values())
                .isNotEmpty()
                .allSatisfy(part -> assertThat(
                                mapOf(mapOf(part.yaml().get("logging")).get("options")))
                        .containsKeys("max-size", "max-file"));
    }

    /** What was erased must be known where the database was brought back to a time before. */
    @Test
    void erasuresAreNotedOnAVolumeThatIsNotTheDatabases() {
        var intake = compose.part("intake");
        var volume = intake.mounts().getFirst();

        assertThat(intake.environment().get("DRIPLINE_ERASURES_FILE")).startsWith(volume.target() + "/");
        assertThat(compose.part("postgres").mounts()).extracting(Mount::source).doesNotContain(volume.source());
    }

    @Test
    void everyPartWaitsForTheHealthOfWhatItNeeds() {
        assertThat(compose.parts())
                .allSatisfy((name, part) -> assertThat(part.dependencies())
                        .as(name)
                        .allSatisfy((needed, condition) -> {
                            assertThat(compose.part(needed).yaml()).containsKey("healthcheck");
                            assertThat(condition).isEqualTo("service_healthy");
                        }));
        assertThat(compose.part("intake").dependencies()).containsOnlyKeys("kafka", "postgres", "keycloak");
        assertThat(compose.part("keycloak").dependencies()).containsOnlyKeys("postgres");
    }

    @Test
    void everyVolumeIsDeclaredAndUsed() {
        assertThat(compose.parts().values().stream()
                        .flatMap(part -> part.mounts().stream())
                        .filter(Mount::isVolume)
                        .map(Mount::source))
                .containsExactlyInAnyOrderElementsOf(compose.volumes());
    }

    /** The page is for operators, the default ports are those of the README. */
    @Test
    void nothingIsPublishedThatTheOperatorsPageDoesNotName() throws IOException {
        var ports = Ports.DEFAULT;
        var published = compose.parts().values().stream()
                .flatMap(part -> part.ports().stream())
                .toList();
        var page = Files.readString(ROOT.resolve("docs/operating.md"));
        var named = Pattern.compile("\\b(80\\d\\d|8180|\\d{5})\\b")
                .matcher(page.substring(page.indexOf("## What it needs"), page.indexOf("## Start")))
                .results()
                .map(match -> Integer.valueOf(match.group()))
                .toList();

        assertThat(published).extracting(Publication::address).containsOnly("127.0.0.1");
        assertThat(published)
                .extracting(Publication::published)
                .containsExactlyInAnyOrder(
                        ports.postgres(),
                        ports.kafka(),
                        ports.keycloak(),
                        ports.reporting(),
                        ports.intake(),
                        ports.classification(),
                        ports.incidence())
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void composeTakesTheFile() throws Exception {
        Tool.DOCKER_COMPOSE.require(System.getenv());

        Process process = new ProcessBuilder("docker-compose", "--env-file", ".env.example", "config", "--quiet")
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());

        assertThat(process.waitFor()).as(said).isZero();
    }

    @Test
    void theCountsLieOnTheVolumeThatTheImageHoldsForThem() throws IOException {
        var image = Files.readString(ROOT.resolve("deploy/images/service.Dockerfile"));
        var incidence = compose.part("incidence");

        assertThat(incidence.mounts()).containsExactly(new Mount("incidence", "/var/lib/dripline", false));
        assertThat(incidence.environment().get("KAFKA_STREAMS_STATE_DIR")).startsWith("/var/lib/dripline/");
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
    void everyVariableHasALineInTheExampleAndAWordOnIt() throws IOException {
        var wanted = VARIABLE.matcher(Files.readString(ROOT.resolve("docker-compose.yml")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        wanted.add("COMPOSE_PROJECT_NAME");
        var example = Files.readString(ROOT.resolve(".env.example"));

        assertThat(matches("(?m)^([A-Z_]+)=.+$", example)).isEqualTo(wanted);
        assertThat(matches("(?m)^# .+\n([A-Z_]+)=.+$", example)).isEqualTo(wanted);
        assertThat(matches("(?m)^(# .+)\n[A-Z_]+=.+$", example))
                .as("a word of its own each")
                .hasSameSizeAs(wanted)
                .noneMatch(word -> word.startsWith("# As above"));
    }

    @Test
    void everyMountedFileOfTheCheckoutExists() {
        assertThat(compose.parts().values().stream()
                        .flatMap(part -> part.mounts().stream())
                        .filter(mount -> !mount.isVolume()))
                .isNotEmpty()
                .allSatisfy(mount -> assertThat(ROOT.resolve(mount.source())).exists());
    }

    private static Set<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
