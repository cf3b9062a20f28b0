package io.dripline.local.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** {@code docker-compose.yml} with its anchors followed; its variables stay as they are written. */
record ComposeFile(Map<String, ComposePart> parts, Set<String> volumes) {

    /** One service of the file. */
    record ComposePart(Map<String, Object> yaml) {

        String image() {
            return String.valueOf(yaml.get("image"));
        }

        boolean isBuiltHere() {
            return yaml.containsKey("build");
        }

        Map<String, String> environment() {
            return mapOf(yaml.getOrDefault("environment", Map.of())).entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> String.valueOf(entry.getValue()), (a, b) -> b, TreeMap::new));
        }

        List<Publication> ports() {
            return strings("ports").map(Publication::of).toList();
        }

        List<Mount> mounts() {
            return strings("volumes").map(Mount::of).toList();
        }

        /** The command that asks for its health, as one line. */
        String health() {
            return String.join(" ", healthTest().subList(1, healthTest().size()));
        }

        /** What the engine runs in the container for that. */
        List<String> healthCommand() {
            return healthTest().getFirst().equals("CMD")
                    ? healthTest().subList(1, healthTest().size())
                    : List.of("/bin/sh", "-c", health());
        }

        /** How long the engine lets it run. */
        Duration healthTimeout() {
            return Duration.parse(
                    "PT" + mapOf(yaml.get("healthcheck")).get("timeout").toString());
        }

        private List<String> healthTest() {
            return ((List<?>) mapOf(yaml.get("healthcheck")).get("test"))
                    .stream().map(Object::toString).toList();
        }

        /** What it waits for, and until when. */
        Map<String, String> dependencies() {
            return mapOf(yaml.getOrDefault("depends_on", Map.of())).entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            entry -> mapOf(entry.getValue()).get("condition").toString()));
        }

        private Stream<String> strings(String key) {
            return ((List<?>) yaml.getOrDefault(key, List.of())).stream().map(Object::toString);
        }
    }

    /** A port of a container on an address of this machine. */
    record Publication(String address, int published, int inside) {

        static Publication of(String text) {
            var words = text.split(":");
            if (words.length != 3) {
                throw new IllegalArgumentException("'" + text + "' is published on every interface");
            }
            return new Publication(words[0], Integer.parseInt(words[1]), Integer.parseInt(words[2]));
        }
    }

    /** A volume's name or a path of the checkout, and where a container sees it. */
    record Mount(String source, String target, boolean readOnly) {

        static Mount of(String text) {
            var words = text.split(":");
            return new Mount(words[0], words[1], words.length > 2 && words[2].equals("ro"));
        }

        boolean isVolume() {
            return !source.startsWith(".");
        }
    }

    static ComposeFile read() {
        var file = mapOf(yaml(Checkout.root().resolve("docker-compose.yml")));
        var parts = new TreeMap<String, ComposePart>();
        mapOf(file.get("services")).forEach((name, part) -> parts.put(name, new ComposePart(mapOf(part))));
        return new ComposeFile(parts, new TreeSet<>(mapOf(file.get("volumes")).keySet()));
    }

    ComposePart part(String name) {
        var part = parts.get(name);
        if (part == null) {
            throw new AssertionError("docker-compose.yml has no service " + name + ", only " + parts.keySet());
        }
        return part;
    }

    static Object yaml(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return new Yaml().load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> mapOf(Object yaml) {
        return (Map<String, Object>) yaml;
    }
}
