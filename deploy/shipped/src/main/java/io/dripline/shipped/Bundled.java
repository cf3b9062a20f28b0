package io.dripline.shipped;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whose the files are that lie in jars of this project and are no classes: vocabularies, what a page shows, and what the build
 * takes out of others' jars. No parts list knows of them.
 */
public final class Bundled {

    private static final String FILE = "bundled.txt";

    private final List<Row> rows;

    private Bundled(List<Row> rows) {
        this.rows = rows;
    }

    private record Row(String pattern, PathMatcher paths, String name, String licence) {

        boolean covers(String entry) {
            return paths.matches(Path.of(entry));
        }
    }

    /**
     * Reads the list.
     *
     * @param directory with {@value #FILE}: {@code path in a jar | name and version | SPDX id | where it says so}
     */
    public static Bundled read(Path directory) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (List<String> row : Rows.read(
                directory.resolve(FILE), "path in a jar", "name and version", "SPDX id", "where it says so")) {
            rows.add(new Row(
                    row.get(0), FileSystems.getDefault().getPathMatcher("glob:" + row.get(0)), row.get(1), row.get(2)));
        }
        return new Bundled(rows);
    }

    /** What is wrong with the entries of jars, as sentences that say what to do; sorted. */
    public Set<String> faults(Collection<String> entries, Licences licences) {
        Set<String> faults = new TreeSet<>();
        for (String entry : entries) {
            if (rows.stream().noneMatch(row -> row.covers(entry))) {
                faults.add("%s stands in no row of docs/licences/%s: say whose it is and under which licence"
                        .formatted(entry, FILE));
            }
        }
        for (Row row : rows) {
            if (entries.stream().noneMatch(row::covers)) {
                faults.add("%s of docs/licences/%s is not shipped any more: remove its row"
                        .formatted(row.pattern(), FILE));
            }
            if (!licences.isAllowed(row.licence())) {
                faults.add(
                        "%s (%s) is licensed under %s, which docs/licences/%s does not allow: do without it, or if it may be shipped under that licence, add a row that says why"
                                .formatted(row.name(), row.pattern(), row.licence(), Licences.ALLOWED));
            }
        }
        return faults;
    }
}
