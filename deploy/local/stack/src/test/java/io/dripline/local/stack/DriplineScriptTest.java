package io.dripline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script meets each bad condition with one sentence; the programs that it finds are fakes in a directory of their own. */
class DriplineScriptTest {

    private static final List<String> TOOLS = List.of(
            "bash", "sh", "sed", "awk", "head", "dirname", "readlink", "cat", "ps", "grep", "rm", "find", "mkdir");

    @TempDir
    private Path directory;

    private Path checkout;
    private Path bin;
    private Path home;
    private Path jvms;

    private record Ended(int code, String output) {}

    @BeforeEach
    void copyTheScript() throws IOException {
        checkout = Files.createDirectories(directory.resolve("a checkout"));
        bin = Files.createDirectories(directory.resolve("bin"));
        home = Files.createDirectories(directory.resolve("home"));
        jvms = Files.createDirectories(directory.resolve("jvm"));
        Files.copy(script(), checkout.resolve("dripline"));
        executable(checkout.resolve("dripline"));
        for (var tool : TOOLS) {
            fake(bin.resolve(tool), "exec " + found(tool) + " \"$@\"");
        }
        fake(bin.resolve("df"), "printf 'Filesystem 1024-blocks Used Available\\nx 1 1 99999999\\n'");
    }

    @Test
    void isValidShell() throws Exception {
        // When
        var ended = run(List.of("bash", "-n", script().toString()), Map.of());

        // Then
        assertThat(ended).isEqualTo(new Ended(0, ""));
    }

    @Test
    void namesAnUnknownCommandAndListsThoseThatThereAre() throws Exception {
        // When
        var ended = dripline(Map.of(), "frobnicate");

        // Then
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output())
                .contains("there is no command 'frobnicate'")
                .contains("  up ")
                .contains("  demo ")
                .contains("  test ")
                .contains("  recount ")
                .contains("  dead-letters")
                .contains("  rebuild ")
                .contains("  reset ");
    }

    @Test
    void saysThatAJdkIsMissing() throws Exception {
        // When
        var ended = dripline(Map.of(), "up");

        // Then
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output().strip())
                .isEqualTo("dripline: needs a JDK 25 or newer and found none; install one (https://adoptium.net) or set"
                        + " JAVA_HOME to it");
    }

    @Test
    void saysWhichJdkIsTooOld() throws Exception {
        // Given
        var old = jdk("17.0.19");

        // When
        var ended = dripline(Map.of("JAVA_HOME", old.toString()), "up");

        // Then
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).contains("the newest found is 17").hasLineCount(1);
    }

    @Test
    void doesNotTakeTheOldNumberingForANewJdk() throws Exception {
        // Given
        jdk("1.8.0_402");

        // When
        var ended = dripline(Map.of(), "test");

        // Then
        assertThat(ended.output()).contains("the newest found is 1;");
    }

    @Test
    void passesByAnOldJavaHomeIfANewerJdkIsInstalled() throws Exception {
        // Given
        var old = jdk("17.0.19");
        jdk("25.0.1");

        // When
        var ended = dripline(Map.of("JAVA_HOME", old.toString()), "test");

        // Then
        assertThat(ended.output()).contains("needs Maven").hasLineCount(1);
    }

    @Test
    void saysThatMavenIsMissing() throws Exception {
        // Given
        jdk("26");

        // When
        var ended = dripline(Map.of(), "up");

        // Then
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).startsWith("dripline: needs Maven").hasLineCount(1);
    }

    @Test
    void saysHowMuchDiskIsMissing() throws Exception {
        // Given
        jdk("25.0.1");
        fake(bin.resolve("mvn"), "exit 3");
        fake(bin.resolve("df"), "printf 'Filesystem 1024-blocks Used Available\\nx 1 1 1048576\\n'");

        // When
        var ended = dripline(Map.of(), "up");

        // Then
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output())
                .contains("needs 3000 MB free")
                .contains("1024 MB are")
                .hasLineCount(1);
    }

    @Test
    void asksForABuildBeforeTheDemo() throws Exception {
        // Given
        jdk("25.0.1");

        // When
        var ended = dripline(Map.of(), "demo");

        // Then
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).contains("run ./dripline up first").hasLineCount(1);
    }

    @Test
    void refusesASecondUpInOneCheckout() throws Exception {
        // Given
        aRunningUp();

        // When
        var ended = dripline(Map.of(), "up");

        // Then
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).contains("already runs here as process").hasLineCount(1);
    }

    @Test
    void refusesToRemoveTheDataOfARunningUp() throws Exception {
        // Given
        aRunningUp();

        // When
        var ended = dripline(Map.of(), "reset", "--yes");

        // Then
        assertThat(ended.code()).isEqualTo(1);
        assertThat(checkout.resolve(".dripline/run/up.pid")).exists();
    }

    @Test
    void removesNothingWithoutAYes() throws Exception {
        // Given
        Files.createDirectories(checkout.resolve(".dripline/postgres"));

        // When
        var ended = dripline(Map.of(), "reset");

        // Then
        assertThat(ended.output()).contains("nothing was removed");
        assertThat(checkout.resolve(".dripline/postgres")).exists();
    }

    @Test
    void removesTheDataWithAYes() throws Exception {
        // Given
        Files.createDirectories(checkout.resolve(".dripline/postgres"));

        // When
        var ended = dripline(Map.of(), "reset", "--yes");

        // Then
        assertThat(ended.code()).isZero();
        assertThat(checkout.resolve(".dripline")).doesNotExist();
    }

    @Test
    void helpNamesEveryCommandThatThereIs() throws Exception {
        // Given
        var commands = Pattern.compile("(?m)^  ([a-z-]+)(?: \\| -h \\| --help)?\\) [a-z_]+")
                .matcher(Files.readString(script()))
                .results()
                .map(match -> match.group(1))
                .toList();

        // When
        var ended = dripline(Map.of(), "help");

        // Then
        assertThat(ended.code()).isZero();
        assertThat(ended.output().lines().filter(line -> line.matches("  [a-z].*")))
                .extracting(line -> line.strip().split(" ")[0])
                .containsExactlyInAnyOrderElementsOf(commands)
                .contains("up", "dead-letters");
    }

    @Test
    void readsDeadLettersOnlyOfWhatIsBuilt() throws Exception {
        // Given
        jdk("25.0.1");

        // When
        var ended = dripline(Map.of(), "dead-letters");

        // Then
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).contains("is not built").hasLineCount(1);
    }

    @Test
    void rebuildsOnlyWhatRuns() throws Exception {
        // When
        var ended = dripline(Map.of(), "rebuild", "--yes");

        // Then
        assertThat(ended)
                .isEqualTo(new Ended(1, "dripline: rebuild works on a running line; start it with ./dripline up\n"));
    }

    @Test
    void rebuildsNothingWithoutAYes() throws Exception {
        // Given
        aRunningUp();
        aBuild();

        // When
        var ended = dripline(Map.of(), "rebuild");

        // Then
        assertThat(ended.output()).contains("Wipe Kafka").endsWith("nothing was wiped\n");
    }

    @Test
    void rebuildsWithAYes() throws Exception {
        // Given
        aRunningUp();
        var java = aBuild().resolve("bin/java");
        fake(java, "echo \"$@\"");

        // When
        var ended = dripline(Map.of(), "rebuild", "--yes");

        // Then
        assertThat(ended.code()).isZero();
        assertThat(ended.output()).contains("io.dripline.local.rebuild.Rebuild " + checkout);
    }

    @Test
    void findsItsCheckoutThroughASymbolicLink() throws Exception {
        // Given
        Files.createDirectories(checkout.resolve(".dripline/postgres"));
        var link = Files.createSymbolicLink(directory.resolve("link"), Path.of("a checkout/dripline"));

        // When
        run(List.of("bash", link.toString(), "reset", "--yes"), Map.of());

        // Then
        assertThat(checkout.resolve(".dripline")).doesNotExist();
    }

    private void aRunningUp() throws IOException {
        Files.createDirectories(checkout.resolve(".dripline/run"));
        Files.writeString(
                checkout.resolve(".dripline/run/up.pid"),
                ProcessHandle.current().pid() + "\n");
        Files.delete(bin.resolve("ps"));
        fake(bin.resolve("ps"), "echo java io.dripline.local.stack.Up");
    }

    /** A checkout that looks built, and the JDK to run it with. */
    private Path aBuild() throws IOException {
        Files.createFile(checkout.resolve("pom.xml"));
        for (var directory : List.of(
                ".mvn",
                "domain",
                "deploy/local/stack/target/lib",
                "deploy/local/broker/target/lib",
                "deploy/local/demo/target/lib",
                "bench/target/lib")) {
            Files.createDirectories(checkout.resolve(directory));
        }
        for (var service : List.of("intake", "classification", "incidence", "reporting")) {
            var application = Files.createDirectories(checkout.resolve("services/" + service + "/target/quarkus-app"));
            Files.createFile(application.resolve("quarkus-run.jar"));
        }
        var stamp = Files.createFile(checkout.resolve("deploy/local/stack/target/built"));
        Files.setLastModifiedTime(stamp, FileTime.from(Instant.now().plusSeconds(60)));
        return jdk("25.0.1");
    }

    private Path jdk(String version) throws IOException {
        var directory = Files.createDirectories(jvms.resolve("jdk-" + version).resolve("bin"));
        fake(directory.resolve("javac"), "echo 'javac " + version + "'");
        fake(directory.resolve("java"), "exit 3");
        return directory.getParent();
    }

    private Ended dripline(Map<String, String> environment, String... arguments) throws Exception {
        var command = Stream.concat(
                        Stream.of("bash", checkout.resolve("dripline").toString()), Stream.of(arguments))
                .toList();
        return run(command, environment);
    }

    private Ended run(List<String> command, Map<String, String> environment) throws Exception {
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of("PATH", bin.toString(), "HOME", home.toString(), "DRIPLINE_JVM_DIR", jvms.toString()));
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), output);
    }

    private static void fake(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        executable(file);
    }

    private static void executable(Path file) {
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static Path found(String tool) {
        return Stream.of("/bin", "/usr/bin")
                .map(place -> Path.of(place, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("this machine has no " + tool));
    }

    private static Path script() {
        return Checkout.root().resolve("dripline");
    }
}
