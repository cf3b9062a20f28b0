package io.dripline.fuzz;

import java.util.Map;

/**
 * What came back.
 *
 * @param status 0 where nothing came, or nothing that is HTTP
 * @param headers by lower-case name; of one that came twice, both values with a comma between them
 * @param body at most its first MiB, bytes that are no UTF-8 replaced
 */
public record Answer(int status, Map<String, String> headers, String body) {

    /** Nothing. */
    static final Answer NONE = new Answer(0, Map.of(), "");

    public Answer {
        headers = Map.copyOf(headers);
    }

    boolean isJson() {
        return type().startsWith("application/json") || isProblem();
    }

    boolean isProblem() {
        return type().startsWith("application/problem+json");
    }

    String type() {
        return headers.getOrDefault("content-type", "");
    }
}
