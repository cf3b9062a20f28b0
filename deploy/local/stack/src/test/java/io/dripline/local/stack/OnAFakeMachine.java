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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A checkout with the script in it, and a machine on which every program that it finds is a fake in a directory of its own. */
abstract class OnAFakeMachine {

    private static final List<String> TOOLS = List.of(
            "bash",
            "sh",
            "sed",
            "awk",
            "head",
            "dirname",
            "readlink",
            "cat",
            "ps",
            "grep",
            "rm",
            "find",
            "mkdir",
            "timeout");

    @TempDir
    Path directory;

    Path checkout;
    Path bin;
    private Path home;
    private Path jvms;

    record Ended(int code, String output) {}

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

    void aRunningUp() throws IOException {
        Files.createDirectories(checkout.resolve(".dripline/run"));
        Files.writeString(
                checkout.resolve(".dripline/run/up.pid"),
                ProcessHandle.current().pid() + "\n");
        Files.delete(bin.resolve("ps"));
        fake(bin.resolve("ps"), "echo java io.dripline.local.stack.Up");
    }

    /** A checkout that looks built, and the JDK to run it with. */
    Path aBuild() throws IOException {
        Files.createFile(checkout.resolve("pom.xml"));
        for (var directory : List.of(
                ".mvn",
                "domain",
                "deploy/local/stack/target/lib",
                "deploy/local/broker/target/lib",
                "deploy/local/demo/target/lib",
                "deploy/local/faults/target/lib",
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

    Path jdk(String version) throws IOException {
        var directory = Files.createDirectories(jvms.resolve("jdk-" + version).resolve("bin"));
        fake(directory.resolve("javac"), "echo 'javac " + version + "'");
        fake(directory.resolve("java"), "exit 3");
        return directory.getParent();
    }

    Ended dripline(Map<String, String> environment, String... arguments) throws Exception {
        var command = Stream.concat(
                        Stream.of("bash", checkout.resolve("dripline").toString()), Stream.of(arguments))
                .toList();
        return run(command, environment);
    }

    Ended run(List<String> command, Map<String, String> environment) throws Exception {
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

    static void fake(Path file, String body) throws IOException {
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

    static Path script() {
        return Checkout.root().resolve("dripline");
    }
}
