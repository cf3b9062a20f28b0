package io.dripline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.local.stack.ComposeFile.Mount;
import io.dripline.local.stack.OperatingPage.Call;
import io.dripline.local.stack.OperatingPage.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the operator's page says to type. Its shell is run, with a stand-in for the engine; what the engine would be asked is held to
 * the compose file and to what the images hold. {@link OperatingPageIT} runs its statements, {@link OperatingPageTextTest} reads
 * its prose.
 */
class OperatingPageTest {

    private static final Path ROOT = Checkout.root();

    /** Commands of Compose and the options that the page gives them: docs.docker.com/reference/cli/docker/compose. */
    private static final Map<String, List<String>> COMPOSE = Map.ofEntries(
            Map.entry("build", List.of("--no-cache")),
            Map.entry("create", List.of()),
            Map.entry("down", List.of("-v")),
            Map.entry("exec", List.of("-T")),
            Map.entry("logs", List.of("-f")),
            Map.entry("ps", List.of()),
            Map.entry("restart", List.of()),
            Map.entry("rm", List.of("-sf")),
            Map.entry("run", List.of("--rm")),
            Map.entry("stop", List.of()),
            Map.entry("up", List.of("-d", "--build", "--wait")));

    private static final List<Run> RUNS = new ArrayList<>();

    private final ComposeFile compose = ComposeFile.read();

    @TempDir
    private static Path directory;

    @BeforeAll
    static void runEveryScript() throws Exception {
        for (var script : OperatingPage.read().scripts().toList()) {
            var room = Files.createDirectory(directory.resolve("run-" + RUNS.size()));
            RUNS.add(OperatingPage.run(script, room));
        }
    }

    @Test
    void everyScriptIsShellThatFindsItsProgramsAndFiles() {
        assertThat(RUNS).hasSizeGreaterThan(6).allSatisfy(run -> {
            assertThat(run.code()).as(run.output()).isZero();
            assertThat(run.output()).isEmpty();
        });
        assertThat(calls().map(Call::program)).containsOnly("curl", "docker", "git");
    }

    @Test
    void composeHasTheCommandsAndTheServices() {
        assertThat(composed()).isNotEmpty().allSatisfy(call -> {
            var command = call.words().get(1);
            var words = call.words().subList(2, call.words().size());
            var services =
                    words.stream().dropWhile(word -> word.startsWith("-")).toList();

            assertThat(COMPOSE).containsKey(command);
            assertThat(words.stream().takeWhile(word -> word.startsWith("-"))).isSubsetOf(COMPOSE.get(command));
            assertThat(command.equals("exec") || command.equals("run") ? services.subList(0, 1) : services)
                    .isSubsetOf(
                            command.equals("run")
                                    ? Set.of("kafka-operator")
                                    : compose.parts().keySet());
        });
    }

    /** Over TLS, by docker-compose.tls.yml. */
    @Test
    void theOperatorsProgramsAreInKafkasImage() {
        assertThat(composed().filter(call -> call.isCompose("run")))
                .isNotEmpty()
                .allSatisfy(call -> assertThat("/opt/kafka/bin/" + call.after("kafka-operator"))
                        .isIn(ImageFacts.of("kafka").programs()));
    }

    @Test
    void whatIsCalledInAContainerIsThereAndAsksWhatListens() {
        assertThat(executed()).isNotEmpty().allSatisfy(call -> {
            var part = part(call);
            assertThat(program(call)).isIn(ImageFacts.of(part).programs());
            switch (program(call)) {
                case "psql" -> {
                    assertThat(call.after("-U")).isEqualTo("postgres");
                    assertThat(compose.part(call.after("-d")).environment())
                            .containsEntry(
                                    "QUARKUS_DATASOURCE_JDBC_URL",
                                    "jdbc:postgresql://postgres:5432/" + call.after("-d"));
                }
                case "bash" ->
                    assertThat(compose.part(part).mounts())
                            .anyMatch(mount -> call.words().getLast().startsWith(mount.target() + "/"));
                case "pg_basebackup" -> assertThat(call.after("-U")).isEqualTo("postgres");
                case "/opt/kafka/bin/kafka-consumer-groups.sh" ->
                    assertThat(compose.part(part).health())
                            .contains("--bootstrap-server " + call.after("--bootstrap-server"));
                default -> throw new AssertionError("nothing is known of " + program(call));
            }
        });
    }

    @Test
    void whatIsAskedOverHttpIsPublished() {
        var published = compose.parts().values().stream()
                .flatMap(part -> part.ports().stream())
                .map(port -> "http://%s:%d".formatted(port.address(), port.published()))
                .toList();

        assertThat(calls().filter(call -> call.program().equals("curl")))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.words())
                        .anySatisfy(word -> assertThat(word.replaceFirst("(://[^/]+)/.*", "$1"))
                                .isIn(published)));
    }

    @Test
    void theGroupsThatAreLookedAtAreThoseThatTheServicesJoin() {
        var groups = executed()
                .filter(call -> call.words().contains("--group"))
                .map(call -> call.after("--group"))
                .toList();

        assertThat(groups)
                .containsExactly(
                        ServiceProperties.of("classification").get("mp.messaging.incoming.sessions-reported.group.id"),
                        ServiceProperties.of("incidence")
                                .get("quarkus.kafka-streams.application-id")
                                .replace("${dripline.incidence.generation}", "2"));
    }

    @Test
    void aVolumeIsRemovedUnderItsNameOnceNothingRunsOnIt() throws IOException {
        var project = Files.readString(ROOT.resolve(".env.example"))
                .replaceFirst("(?s).*COMPOSE_PROJECT_NAME=(\\w+).*", "$1");
        var calls = calls().toList();
        var removal = calls.stream()
                .filter(call -> call.words().subList(0, 2).equals(List.of("volume", "rm")))
                .findFirst()
                .orElseThrow();
        var stopped = calls.get(calls.indexOf(removal) - 1);
        var users = removal.words().stream()
                .skip(2)
                .map(name -> {
                    assertThat(name).startsWith(project + "_");
                    return name.substring(project.length() + 1);
                })
                .flatMap(volume -> {
                    assertThat(compose.volumes()).contains(volume);
                    return compose.parts().entrySet().stream()
                            .filter(part -> part.getValue().mounts().stream()
                                    .map(Mount::source)
                                    .anyMatch(volume::equals))
                            .map(Map.Entry::getKey);
                });

        assertThat(stopped.isCompose("rm")).isTrue();
        assertThat(stopped.words()).containsAll(users.toList());
    }

    @Test
    void aBackupIsBroughtBackByTheImageToWhereItLooks() throws IOException {
        var facts = ImageFacts.of("postgres");
        var data = Objects.requireNonNull(facts.data());
        var restore =
                calls().filter(call -> call.words().getFirst().equals("run")).toList();

        assertThat(restore).hasSize(1);
        var words = restore.getFirst().words();
        assertThat(words.subList(0, 6))
                .containsExactly(
                        "run",
                        "--rm",
                        "-i",
                        "-v",
                        "dripline_postgres:" + data,
                        compose.part("postgres").image());
        assertThat(words.subList(6, 8)).containsExactly("bash", "-c");
        assertThat(facts.environment().get("PGDATA").toString()).startsWith(data + "/");
        assertThat(Arrays.stream(words.getLast().split("&&"))
                        .map(command -> command.strip().split(" ")[0]))
                .isSubsetOf(facts.programs());
        assertThat(words.getLast()).contains("tar -x -C \"$PGDATA\"");
    }

    @Test
    void theRebuildSetsTheNextGenerationWhereComposeReadsIt() throws IOException {
        var settings = new ArrayList<String>();
        for (int i = 0; i < RUNS.size(); i++) {
            settings.add(Files.readString(directory.resolve("run-" + i).resolve(".env")));
        }

        assertThat(settings.stream().filter(file -> file.contains("\nDRIPLINE_INCIDENCE_GENERATION=2\n")))
                .hasSize(1);
        assertThat(compose.part("incidence").environment())
                .containsEntry("DRIPLINE_INCIDENCE_GENERATION", "${DRIPLINE_INCIDENCE_GENERATION:-1}");
    }

    private static Stream<Call> calls() {
        return RUNS.stream().flatMap(run -> run.calls().stream());
    }

    private static Stream<Call> composed() {
        return calls().filter(call -> call.words().getFirst().equals("compose"));
    }

    private static Stream<Call> executed() {
        return calls().filter(call -> call.isCompose("exec"));
    }

    private static String part(Call exec) {
        return exec.words().stream()
                .skip(2)
                .dropWhile(word -> word.startsWith("-"))
                .findFirst()
                .orElseThrow();
    }

    private static String program(Call exec) {
        return exec.after(part(exec));
    }
}
