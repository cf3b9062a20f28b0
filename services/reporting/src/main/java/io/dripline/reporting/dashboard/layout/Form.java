package io.dripline.reporting.dashboard.layout;

import io.dripline.reporting.caller.Violations;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A form that a page sent, as it was filled in.
 *
 * @param fields by name, each value as it was typed
 */
public record Form(Map<String, List<String>> fields) {

    public Form {
        fields = Map.copyOf(fields);
    }

    /**
     * Reads a form.
     *
     * @param known the fields that it has
     * @throws HttpProblem 415 where it is none, 400 where it cannot be read or has other fields
     */
    public static Form read(@Nullable String contentType, InputStream body, Set<String> known) {
        return read(contentType, body, known, Set.of());
    }

    /**
     * Reads a form.
     *
     * @param known the fields that it has
     * @param several those of them that may be stated more than once, as boxes are that can be ticked
     * @throws HttpProblem 415 where it is none, 400 where it cannot be read or has other fields
     */
    public static Form read(@Nullable String contentType, InputStream body, Set<String> known, Set<String> several) {
        if (contentType == null || !contentType.startsWith(MediaType.APPLICATION_FORM_URLENCODED)) {
            throw HttpProblem.valueOf(
                    Response.Status.UNSUPPORTED_MEDIA_TYPE, "Expected " + MediaType.APPLICATION_FORM_URLENCODED + ".");
        }
        Violations violations = new Violations();
        Map<String, List<String>> fields = new HashMap<>();
        try {
            String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            for (String pair : text.split("&", -1)) {
                String[] parts = pair.split("=", 2);
                String name = decoded(parts[0]);
                if (pair.isEmpty()) {
                    continue;
                }
                if (!known.contains(name)) {
                    violations.malformed("form", "unknown field " + name);
                    continue;
                }
                List<String> values = fields.computeIfAbsent(name, any -> new ArrayList<>());
                values.add(parts.length < 2 ? "" : decoded(parts[1]));
                if (values.size() > 1 && !several.contains(name)) {
                    violations.malformed(name, "expected once");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            violations.malformed("form", "expected names and values, encoded as a browser does");
        }
        violations.refuseIfAny();
        return new Form(fields);
    }

    /** What was typed, without its line breaks; empty where nothing was. */
    public String text(String name) {
        return lines(name).replaceAll("\\R", " ");
    }

    /** What was typed, with its line breaks; empty where nothing was. */
    public String lines(String name) {
        return fields.getOrDefault(name, List.of("")).getFirst();
    }

    /** Each field as it was typed, of those that are stated once. */
    public Map<String, String> typed() {
        return fields.keySet().stream().collect(Collectors.toUnmodifiableMap(name -> name, this::lines));
    }

    /** What was ticked; none where nothing was. */
    public List<String> all(String name) {
        return List.copyOf(fields.getOrDefault(name, List.of()));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
