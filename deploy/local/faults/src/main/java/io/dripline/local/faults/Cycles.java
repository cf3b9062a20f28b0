package io.dripline.local.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Every cycle that was run on the same data, in a file beside it, so that runs can be stopped, go on, and add up. */
final class Cycles {

    private final Path file;
    /** The number of the last that was begun: what it has reported is there, so it is not begun again. */
    private final Path begun;

    private final List<Cycle> cycles = new ArrayList<>();

    private Cycles(Path file) {
        this.file = file;
        this.begun = file.resolveSibling("begun.txt");
    }

    /** @throws IllegalArgumentException if the file holds something else, with the line */
    static Cycles in(Path file) {
        var cycles = new Cycles(file);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file);
                for (int i = 1; i < lines.size(); i++) {
                    cycles.cycles.add(parse(file, i + 1, lines.get(i)));
                }
            } else {
                Files.writeString(file, Cycle.HEADER + System.lineSeparator());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return cycles;
    }

    private static Cycle parse(Path file, int number, String line) {
        try {
            return Cycle.parse(line);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("%s, line %d: %s".formatted(file, number, wrong.getMessage()), wrong);
        }
    }

    List<Cycle> all() {
        return List.copyOf(cycles);
    }

    /** The number of the next one. */
    int next() {
        return lastBegun() + 1;
    }

    /** Notes that one begins. */
    void begin(int number) {
        try {
            Files.writeString(begun, Integer.toString(number));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Cycles that were begun and did not end: stopped in the middle, or the line did not come back. */
    int unended() {
        return lastBegun() - cycles.size();
    }

    private int lastBegun() {
        int ended = cycles.isEmpty() ? 0 : cycles.getLast().number();
        try {
            return Files.exists(begun)
                    ? Math.max(ended, Integer.parseInt(Files.readString(begun).strip()))
                    : ended;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void add(Cycle cycle) {
        try {
            Files.writeString(file, cycle.csv() + System.lineSeparator(), StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        cycles.add(cycle);
    }
}
