package io.dripline.shipped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads a parts list (SBOM) in CycloneDX's JSON, as far as licences and files are concerned. */
public final class PartsList {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode list;

    private PartsList(JsonNode list) {
        this.list = list;
    }

    /**
     * Reads one.
     *
     * @throws IOException if there is none, or it is no parts list
     */
    public static PartsList read(Path file) throws IOException {
        JsonNode list = JSON.readTree(file.toFile());
        if (!"CycloneDX".equals(list.path("bomFormat").asText())) {
            throw new IOException("%s: expected a parts list of CycloneDX".formatted(file));
        }
        return new PartsList(list);
    }

    /** What is shipped, but for what this project made itself. */
    public Set<Part> foreign() {
        Set<Part> parts = new TreeSet<>();
        for (JsonNode part : list.path("components")) {
            String group = part.path("group").asText();
            if (part.path("type").asText().equals("library") && !group.equals("io.dripline") && isShipped(part)) {
                parts.add(new Part(
                        group + ":" + part.path("name").asText(),
                        part.path("version").asText(),
                        licences(part.path("licenses"))));
            }
        }
        return parts;
    }

    /** What only the build needed stands in the list too, and says so. */
    private static boolean isShipped(JsonNode part) {
        for (JsonNode property : part.path("properties")) {
            if (property.path("name").asText().equals("quarkus:component:scope")) {
                return property.path("value").asText().equals("runtime");
            }
        }
        return true;
    }

    /** Those of which one may be chosen. What joins licences by AND as well is no list of choices: it must be stated by hand. */
    private static List<String> choices(String expression) {
        return expression.contains(" AND ")
                ? List.of(expression)
                : List.of(expression.replaceAll("[()]", "").split(" OR ", -1));
    }

    private static List<String> licences(JsonNode choices) {
        List<String> licences = new ArrayList<>();
        for (JsonNode choice : choices) {
            JsonNode licence = choice.path("license");
            if (choice.has("expression")) {
                licences.addAll(choices(choice.path("expression").asText()));
            } else if (licence.has("id")) {
                licences.add(licence.path("id").asText());
            } else if (licence.has("name")) {
                licences.add(licence.path("name").asText());
            }
        }
        return licences;
    }
}
