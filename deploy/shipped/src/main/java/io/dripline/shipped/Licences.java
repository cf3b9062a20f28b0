package io.dripline.shipped;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The licences that this project may be shipped under, and what is to be done about a part that has none of them. */
public final class Licences {

    /** In the directory of the lists. */
    static final String ALLOWED = "allowed.txt";

    static final String STATED = "stated.txt";

    /** By every name that it goes by, in small letters: its SPDX id. */
    private final Map<String, String> allowed = new HashMap<>();

    private final Map<String, String> stated = new HashMap<>();

    private Licences() {}

    /**
     * Reads the two lists.
     *
     * @param directory with {@value #ALLOWED}, {@code SPDX id | also called | why}, and {@value #STATED}, {@code part | SPDX id |
     *     where it says so}, for parts that do not say it themselves
     */
    public static Licences read(Path directory) throws IOException {
        Licences licences = new Licences();
        for (List<String> row : Rows.read(directory.resolve(ALLOWED), "SPDX id", "also called", "why")) {
            licences.allowed.put(key(row.get(0)), row.get(0));
            for (String name : row.get(1).split(";", -1)) {
                licences.allowed.put(key(name), row.get(0));
            }
        }
        for (List<String> row : Rows.read(directory.resolve(STATED), "part", "SPDX id", "where it says so")) {
            licences.stated.put(row.get(0), row.get(1));
        }
        return licences;
    }

    /** Whether it is one of the allowed ones, by its SPDX id or another of its names. */
    public boolean isAllowed(String licence) {
        return allowed.containsKey(key(licence));
    }

    /** What is wrong with parts, as sentences that say what to do; sorted. */
    public Set<String> faults(Collection<Part> parts) {
        Set<String> faults = new TreeSet<>();
        for (Part part : parts) {
            String statedHere = stated.get(part.name());
            List<String> licences = statedHere == null ? part.licences() : List.of(statedHere);
            if (licences.isEmpty()) {
                faults.add(
                        "%s does not say its licence: find out which it is, and add %s | SPDX id | where it says so to docs/licences/%s"
                                .formatted(part, part.name(), STATED));
            } else if (licences.stream().noneMatch(this::isAllowed)) {
                faults.add(
                        "%s is licensed under %s, which docs/licences/%s does not allow: do without it, or if it may be shipped under that licence, add a row that says why"
                                .formatted(part, String.join(" or ", licences), ALLOWED));
            }
        }
        return faults;
    }

    /** Rows for parts that are not shipped any more; sorted. */
    public Set<String> needless(Collection<Part> parts) {
        Set<String> needless = new TreeSet<>(stated.keySet());
        parts.forEach(part -> needless.remove(part.name()));
        return needless;
    }

    private static String key(String licence) {
        return licence.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
