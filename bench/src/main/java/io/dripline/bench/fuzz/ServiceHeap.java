package io.dripline.bench.fuzz;

import io.dripline.bench.LocalLine;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** What a service of the running line holds after a full collection, as its own metrics say. */
final class ServiceHeap {

    private static final Pattern USED =
            Pattern.compile("(?m)^jvm_memory_used_bytes\\{[^}]*area=\"heap\"[^}]*} ([0-9.E+]+)$");

    private final HttpClient http;

    ServiceHeap(HttpClient http) {
        this.http = http;
    }

    /** The process that runs a service; empty where it is not one of this machine's that can be seen. */
    static OptionalLong process(String service) {
        String application =
                Path.of("services", service, "target", "quarkus-app").toString();
        Optional<ProcessHandle> found = ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(application))
                        .isPresent())
                .findFirst();
        return found.map(process -> OptionalLong.of(process.pid())).orElse(OptionalLong.empty());
    }

    /**
     * Bytes that are held.
     *
     * @param process is told to collect first
     */
    long held(int port, long process) throws IOException, InterruptedException {
        Process collection = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(process),
                        "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (!collection.waitFor(60, TimeUnit.SECONDS) || collection.exitValue() != 0) {
            throw new IllegalStateException("process %d would not collect its garbage".formatted(process));
        }
        String metrics = http.send(
                        HttpRequest.newBuilder(LocalLine.uri(port, "/q/metrics"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        return USED.matcher(metrics)
                .results()
                .mapToLong(match -> (long) Double.parseDouble(match.group(1)))
                .sum();
    }
}
