package io.dripline.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How much memory a process and its children hold, in megabytes. A page that several of them share is counted once where the system
 * tells (Linux' proportional set size): PostgreSQL's processes share most of theirs.
 */
public final class ResidentMemory {

    private ResidentMemory() {}

    /** Empty if this machine does not tell. */
    public static OptionalLong megabytes(ProcessHandle process) {
        long kilobytes = Stream.concat(Stream.of(process), process.descendants())
                .map(ProcessHandle::pid)
                .mapToLong(pid -> proportional(pid).orElseGet(() -> resident(pid)))
                .sum();
        return kilobytes == 0 ? OptionalLong.empty() : OptionalLong.of((kilobytes + 512) / 1024);
    }

    /** The figure in a line of {@code smaps_rollup} such as {@code Pss:  12345 kB}. */
    static OptionalLong proportional(List<String> rollup) {
        return rollup.stream()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst();
    }

    private static Optional<Long> proportional(long pid) {
        try {
            var figure = proportional(Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")));
            return figure.isPresent() ? Optional.of(figure.getAsLong()) : Optional.empty();
        } catch (IOException notOnThisSystem) {
            return Optional.empty();
        }
    }

    private static long resident(long pid) {
        try {
            var process = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).start();
            var figure = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return figure.isEmpty() ? 0 : Long.parseLong(figure);
        } catch (IOException noSuchTool) {
            return 0;
        }
    }
}
