package io.dripline.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A door as its description states it.
 *
 * @param method of HTTP
 * @param path with {@code {id}} in it
 * @param body what it takes; null: nothing
 * @param statuses what it says that it answers
 */
public record Operation(
        String method,
        String path,
        List<Parameter> parameters,
        @Nullable Content body,
        Set<Integer> statuses) {

    public Operation {
        parameters = List.copyOf(parameters);
        statuses = Set.copyOf(statuses);
    }

    /** Where a parameter stands. */
    enum Place {
        PATH,
        QUERY,
        HEADER
    }

    /**
     * A parameter.
     *
     * @param example a value that is read; null where the description has none
     */
    record Parameter(
            String name,
            Place place,
            boolean isRequired,
            Shape shape,
            @Nullable String example) {}

    /**
     * A body.
     *
     * @param examples as the description shows them
     */
    record Content(String mediaType, Shape shape, List<JsonNode> examples) {

        Content {
            examples = List.copyOf(examples);
        }

        boolean isOfLines() {
            return mediaType.endsWith("ndjson");
        }
    }

    /** Method and path. */
    public String name() {
        return method + " " + path;
    }

    List<Parameter> parameters(Place place) {
        return parameters.stream()
                .filter(parameter -> parameter.place() == place)
                .toList();
    }
}
