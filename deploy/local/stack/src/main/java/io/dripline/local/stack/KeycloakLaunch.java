package io.dripline.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Runs Keycloak's distribution, which the build unpacks and which is shared by all stacks of a checkout, on a home directory of the
 * stack's own. The distribution is optimised once, at the first start.
 */
final class KeycloakLaunch implements Supplier<Launch> {

    private static final int HEAP = 256;
    private static final List<String> BUILD = List.of("build", "--db=dev-file", "--health-enabled=true");

    private final StackConfig config;
    private final Journal journal;

    KeycloakLaunch(StackConfig config, Journal journal) {
        this.config = config;
        this.journal = journal;
    }

    @Override
    public Launch get() {
        try {
            var distribution = distribution();
            buildOnce(distribution);
            return launch(distribution, prepareHome(distribution));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot prepare Keycloak", unwritable);
        }
    }

    /** The realm as the file states it, with the dashboard's address on the ports of this stack. */
    String realm() throws IOException {
        var file = Jars.built(config.checkout().resolve("deploy/local/realm/dripline-realm.json"));
        return Files.readString(file)
                .replace(":" + Ports.DEFAULT.reporting(), ":" + config.ports().reporting());
    }

    private Path distribution() throws IOException {
        var unpacked = Jars.built(config.checkout().resolve("deploy/local/stack/target/keycloak"));
        try (var entries = Files.list(unpacked)) {
            return entries.filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow(() -> new StackFailure(unpacked + " is empty; './dripline up' builds it"));
        }
    }

    private void buildOnce(Path distribution) throws IOException {
        var marker = distribution.resolve("built-by-dripline");
        var lock = distribution.resolve("build.lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            if (held.isValid() && Files.exists(marker)) {
                return;
            }
            journal.preparing(Part.KEYCLOAK);
            var log = new LogFile(config.data().resolve("logs/keycloak-build.log")).begin();
            var command = new ArrayList<>(
                    List.of("/bin/sh", distribution.resolve("bin/kc.sh").toString()));
            command.addAll(BUILD);
            var builder = new Launch(distribution, command, javaHome(), () -> true).builder(log);
            int code = endWithThisThread(builder.start());
            if (code != 0) {
                throw new StackFailure("Keycloak could not be prepared (exit code " + code + "); the last lines of "
                        + log.file() + ":" + System.lineSeparator() + log.tail(15));
            }
            Files.createFile(marker);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted while Keycloak was prepared", interrupted);
        }
    }

    private Path prepareHome(Path distribution) throws IOException {
        // Keycloak imports a realm once, and the realm names the dashboard's address.
        var home = config.data()
                .resolve(
                        config.ports().equals(Ports.DEFAULT)
                                ? "keycloak"
                                : "keycloak-" + config.ports().reporting());
        Files.createDirectories(home.resolve("conf"));
        Files.createDirectories(home.resolve("providers"));
        Files.createDirectories(home.resolve("data/import"));
        Files.writeString(home.resolve("data/import/dripline-realm.json"), realm());
        var lib = home.resolve("lib");
        Files.deleteIfExists(lib);
        Files.createSymbolicLink(lib, distribution.resolve("lib"));
        return home;
    }

    private Launch launch(Path distribution, Path home) {
        var ports = config.ports();
        var arguments = new ArrayList<String>();
        for (var opened : List.of("java.lang", "java.util", "java.util.concurrent", "java.security")) {
            arguments.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        arguments.addAll(List.of(
                "-XX:MaxMetaspaceSize=256m",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "-cp",
                distribution.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + ports.keycloak(),
                "--hostname=" + config.address(Part.KEYCLOAK),
                "--http-management-host=127.0.0.1",
                "--http-management-port=" + ports.keycloakManagement()));
        var health = URI.create("http://127.0.0.1:" + ports.keycloakManagement() + "/health/ready");
        return new Launch(home, Launch.java(HEAP, arguments), Map.of(), ReadyCheck.answers(health));
    }

    private static int endWithThisThread(Process build) throws InterruptedException {
        try {
            return build.waitFor();
        } finally {
            build.descendants().forEach(ProcessHandle::destroy);
            build.destroy();
        }
    }

    private static Map<String, String> javaHome() {
        return Map.of("JAVA_HOME", System.getProperty("java.home"));
    }
}
