package io.dripline.journeys;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The process behind {@code ./dripline demo}. */
final class RunningDemo {

    /** How it ended and what it said. */
    record Ended(int code, String said) {}

    private RunningDemo() {}

    /** Runs it to its end, as the script does, against the {@code up} of the same checkout and offset. */
    static Ended of(Path checkout, int offset, String... options) throws IOException, InterruptedException {
        Path target = TheLine.checkout().resolve("deploy/local/demo/target");
        var command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx128m",
                                "-cp",
                                target.resolve("classes") + ":" + target.resolve("lib") + "/*",
                                "io.dripline.local.demo.Demo",
                                checkout.toString()),
                        Stream.of(options))
                .toList();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("DRIPLINE_PORT_OFFSET", String.valueOf(offset)));
        Process process = builder.start();
        try (var says = process.inputReader()) {
            List<String> said = says.lines().toList();
            return new Ended(process.waitFor(), String.join("\n", said));
        } finally {
            process.destroyForcibly();
        }
    }
}
