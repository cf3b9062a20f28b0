package io.dripline.local.stack;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** What {@code images.yml} says that an image holds, with the sources that it was read off. */
record ImageFacts(Map<String, Object> yaml) {

    /** By the name of the part that runs the image. */
    static Map<String, ImageFacts> all() {
        Map<String, Object> file =
                ComposeFile.mapOf(new Yaml().load(ImageFacts.class.getResourceAsStream("/images.yml")));
        var facts = new TreeMap<String, ImageFacts>();
        file.forEach((part, image) -> facts.put(part, new ImageFacts(ComposeFile.mapOf(image))));
        return facts;
    }

    static ImageFacts of(String part) {
        var facts = all().get(part);
        if (facts == null) {
            throw new AssertionError("images.yml says nothing of " + part);
        }
        return facts;
    }

    String repository() {
        return yaml.get("repository").toString();
    }

    /** The property of the root pom. */
    String version() {
        return yaml.get("version").toString();
    }

    List<Integer> ports() {
        return strings("ports").stream().map(Integer::valueOf).toList();
    }

    int connections() {
        return Integer.parseInt(yaml.get("connections").toString());
    }

    @Nullable
    String data() {
        return (String) yaml.get("data");
    }

    List<String> files() {
        return strings("files");
    }

    List<String> programs() {
        return strings("programs");
    }

    List<String> sources() {
        return strings("sources");
    }

    boolean reads(String variable) {
        return strings("variables").stream().anyMatch(variable::matches);
    }

    Map<String, Object> environment() {
        return ComposeFile.mapOf(yaml.getOrDefault("environment", Map.of()));
    }

    private List<String> strings(String key) {
        return ((List<?>) yaml.getOrDefault(key, List.of()))
                .stream().map(Object::toString).toList();
    }
}
