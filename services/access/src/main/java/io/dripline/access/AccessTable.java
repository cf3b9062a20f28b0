package io.dripline.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code docs/access.csv}: who may come in where. */
public final class AccessTable {

    /** Below a service's directory, where its tests run. */
    private static final Path FROM_A_SERVICE = Path.of("../../docs/access.csv");

    private static final List<String> FIRST_COLUMNS = List.of("service", "method", "path");

    private final List<Door> doors;

    private AccessTable(List<Door> doors) {
        this.doors = doors;
    }

    /** The doors of one service. */
    public static List<Door> of(String service) {
        return read(FROM_A_SERVICE).doors.stream()
                .filter(door -> door.service().equals(service))
                .toList();
    }

    /** Reads the file. */
    public static AccessTable read(Path file) {
        try {
            return parse(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads its lines; those that begin with # are comments.
     *
     * @throws IllegalArgumentException where a line has another number of cells, or a door stands twice
     */
    static AccessTable parse(List<String> lines) {
        List<String> rows = lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        List<String> header = cells(rows.getFirst());
        if (!header.subList(0, FIRST_COLUMNS.size()).equals(FIRST_COLUMNS)) {
            throw new IllegalArgumentException("expected the columns " + FIRST_COLUMNS + " first, found " + header);
        }
        List<Caller> callers =
                header.stream().skip(FIRST_COLUMNS.size()).map(Caller::of).toList();
        List<Door> doors = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String row : rows.subList(1, rows.size())) {
            List<String> cells = cells(row);
            if (cells.size() != header.size()) {
                throw new IllegalArgumentException(
                        "expected %d cells, found %d: %s".formatted(header.size(), cells.size(), row));
            }
            Map<Caller, String> expected = new EnumMap<>(Caller.class);
            for (int i = 0; i < callers.size(); i++) {
                expected.put(callers.get(i), cells.get(FIRST_COLUMNS.size() + i));
            }
            Door door = new Door(cells.get(0), cells.get(1), cells.get(2), expected);
            if (!seen.add(door.service() + " " + door.name())) {
                throw new IllegalArgumentException("stands twice: " + row);
            }
            doors.add(door);
        }
        return new AccessTable(List.copyOf(doors));
    }

    /** All doors, in the file's order. */
    public List<Door> doors() {
        return doors;
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.split(",", -1)).map(String::strip).toList();
    }
}
