package io.dripline.shipped;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A packaged service in a checkout. */
public record ServiceFiles(String name, Path directory) {

    /** All that are shipped. */
    public static final List<String> ALL = List.of("intake", "classification", "incidence", "reporting");

    /**
     * Finds one.
     *
     * @throws IOException if it is not packaged
     */
    public static ServiceFiles of(Path checkout, String name) throws IOException {
        Path directory = checkout.resolve("services").resolve(name).resolve("target/quarkus-app");
        if (!Files.exists(directory.resolve("quarkus-run.jar"))) {
            throw new IOException(
                    "%s is not packaged: expected %s".formatted(name, directory.resolve("quarkus-run.jar")));
        }
        return new ServiceFiles(name, directory);
    }

    /** The list of what it is made of. */
    public PartsList partsList() throws IOException {
        return PartsList.read(directory.resolveSibling("parts.cdx.json"));
    }

    /** Every file, by its place in the directory. */
    public SortedMap<String, Path> all() throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(directory)) {
            found.filter(Files::isRegularFile)
                    .forEach(file -> files.put(directory.relativize(file).toString(), file));
        }
        return files;
    }

    /** The jars that this build makes; others are libraries as they were fetched. */
    public List<Path> ownJars() throws IOException {
        return all().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".jar"))
                .filter(file -> !file.getKey().startsWith("lib/")
                        || file.getValue().getFileName().toString().startsWith("io.dripline."))
                .map(Map.Entry::getValue)
                .toList();
    }
}
