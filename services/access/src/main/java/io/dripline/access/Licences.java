package io.dripline.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** The licences that a service's parts list (CycloneDX) names, against those that this project may be shipped with. */
public final class Licences {

    private static final int LONGEST_LIST = 64 << 20;

    private Licences() {}

    /** How many parts a list has, and those of them that have no allowed licence, as sentences. */
    public record Checked(int parts, List<String> notAllowed) {}

    /**
     * Reads and compares.
     *
     * @param partsList of CycloneDX, as JSON
     * @param allowed names or SPDX ids, a line each; after a # comes a comment, and {@code group:name = licence} states
     *     the licence of a part that does not say it
     */
    public static Checked check(Path partsList, Path allowed) throws IOException {
        List<String> lines = Files.readAllLines(allowed).stream()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        Set<String> licences =
                lines.stream().filter(line -> !line.contains(" = ")).collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> stated = lines.stream()
                .filter(line -> line.contains(" = "))
                .map(line -> line.split(" = ", -1))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST_LIST);
        Map<String, List<Map<String, Object>>> list = new Yaml(options).load(Files.readString(partsList));
        List<String> found = new ArrayList<>();
        List<Map<String, Object>> parts = list.getOrDefault("components", List.of());
        for (Map<String, Object> part : parts) {
            String name = part.get("group") + ":" + part.get("name");
            List<String> own =
                    stated.containsKey(name) ? List.of(Objects.requireNonNull(stated.get(name))) : licencesOf(part);
            // Of several a part may be used by any.
            if (!name.startsWith("io.dripline:") && own.stream().noneMatch(licences::contains)) {
                found.add(name + ":" + part.get("version") + " has " + own);
            }
        }
        return new Checked(parts.size(), List.copyOf(found));
    }

    private static List<String> licencesOf(Map<String, Object> part) {
        Object licences = part.get("licenses");
        return licences instanceof List<?> list
                ? list.stream().flatMap(Licences::names).distinct().toList()
                : List.of();
    }

    private static Stream<String> names(Object choice) {
        if (!(choice instanceof Map<?, ?> map)) {
            return Stream.of();
        }
        if (map.get("expression") instanceof String expression) {
            return Stream.of(expression.replaceAll("[()]", "").split(" OR ", -1));
        }
        return map.get("license") instanceof Map<?, ?> licence
                ? Stream.of(text(licence, "id"), text(licence, "name")).filter(Objects::nonNull)
                : Stream.of();
    }

    private static @Nullable String text(Map<?, ?> licence, String key) {
        return licence.get(key) instanceof String text ? text : null;
    }
}
