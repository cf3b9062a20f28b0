package io.dripline.local.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How to run a part.
 *
 * @param directory where the process works
 * @param command the program and its arguments
 * @param environment variables besides those inherited
 * @param ready when it serves
 */
record Launch(Path directory, List<String> command, Map<String, String> environment, ReadyCheck ready) {

    private static final String BOTH_COMPILERS = "DRIPLINE_BOTH_COMPILERS";

    Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /**
     * A JVM that is small and starts fast rather than running at the greatest speed, unless {@value #BOTH_COMPILERS} is true: with both
     * compilers a service takes twice as long until it serves, and half the processor time for a report once it is warm.
     *
     * @param heapMegabytes the largest heap
     */
    static List<String> java(int heapMegabytes, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + heapMegabytes + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        if (!Boolean.parseBoolean(System.getenv(BOTH_COMPILERS))) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.addAll(arguments);
        return List.copyOf(command);
    }

    /** The same with more variables. */
    Launch with(Map<String, String> more) {
        var joined = new HashMap<>(environment);
        joined.putAll(more);
        return new Launch(directory, command, joined, ready);
    }

    /**
     * The process to build. Interrupts of the terminal reach every process of its group; a part ignores them, because the supervisor
     * ends the parts in order.
     */
    ProcessBuilder builder(LogFile log) {
        var shielded = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        shielded.addAll(command);
        var builder = new ProcessBuilder(shielded)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        return builder;
    }
}
