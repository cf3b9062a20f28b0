package io.dripline.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the build keeps of one start of a service: its classes, read, verified and linked, so that later starts find them so (JEP 483,
 * JEP 514). It is right for the jars and the JVM that it was written for and for no others. A JVM refuses another JVM's; the jars JDK 25
 * does not look at (25.0.3 ran a class of the cache where the jar held a newer one), so the file's name tells them.
 *
 * @param file beside what is shipped, not within
 */
public record StartCache(Path file) {

    private static final String MAPPED = "CDS archive(s) mapped at";

    /**
     * That of a packaged service as it is now, for this JVM; whether it is there or not.
     *
     * @throws UncheckedIOException if the service is not packaged
     */
    public static StartCache of(Path checkout, Part service) {
        var target = target(checkout, service);
        return new StartCache(target.resolve("start-" + fingerprint(target.resolve("quarkus-app")) + ".aot"));
    }

    /** Removes all of a service, those of earlier jars too. */
    public static void removeAll(Path checkout, Part service) throws IOException {
        try (var found = Files.newDirectoryStream(target(checkout, service), "start-*.aot")) {
            for (Path file : found) {
                Files.delete(file);
            }
        }
    }

    /** Whether the build has left it. */
    public boolean exists() {
        return Files.isRegularFile(file);
    }

    /**
     * Whether a running JVM was told to start from this cache and has.
     *
     * @throws IOException if it cannot be asked; its JDK's {@code jcmd} is needed
     */
    public boolean isUsedBy(ProcessHandle process) throws IOException, InterruptedException {
        var asked = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(process.pid()),
                        "VM.info")
                .redirectErrorStream(true)
                .start();
        var said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (asked.waitFor() != 0) {
            throw new IOException("process " + process.pid() + " does not answer: " + said);
        }
        return said.contains("-XX:AOTCache=" + file) && said.contains(MAPPED);
    }

    /** What a JVM is told to use it, if it can; if not, it starts without. */
    List<String> options() {
        return List.of("-XX:AOTCache=" + file, "-XX:AOTMode=auto");
    }

    private static Path target(Path checkout, Part service) {
        if (!service.isService()) {
            throw new IllegalArgumentException(service.title() + " is no service; only those have a start cache");
        }
        return checkout.resolve("services/" + service.id() + "/target");
    }

    /** Of the JVM, and of each file's place, size and time. */
    private static String fingerprint(Path application) {
        try (Stream<Path> files = Files.walk(application, FileVisitOption.FOLLOW_LINKS)) {
            var sum = MessageDigest.getInstance("SHA-256");
            sum.update((System.getProperty("java.vm.name") + System.getProperty("java.vm.version"))
                    .getBytes(StandardCharsets.UTF_8));
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                sum.update("%s %d %d%n"
                        .formatted(
                                application.relativize(file),
                                Files.size(file),
                                Files.getLastModifiedTime(file).toMillis())
                        .getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(sum.digest(), 0, 8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot look at " + application, unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
