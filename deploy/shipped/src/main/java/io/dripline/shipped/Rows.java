package io.dripline.shipped;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A table that people keep: a row a line, cells between vertical bars, comments after a #. */
final class Rows {

    private Rows() {}

    /**
     * The rows, each with the cells that {@code columns} names.
     *
     * @throws IllegalArgumentException with file and line for a row that has not as many, or leaves one empty
     */
    static List<List<String>> read(Path file, String... columns) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            List<String> cells =
                    List.of(line.split("\\|", -1)).stream().map(String::strip).toList();
            if (cells.size() != columns.length || cells.contains("")) {
                throw new IllegalArgumentException("%s, line %d: expected %s, found '%s'"
                        .formatted(file.getFileName(), i + 1, String.join(" | ", columns), line));
            }
            rows.add(cells);
        }
        return rows;
    }
}
