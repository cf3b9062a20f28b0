package io.dripline.access;

import java.util.Map;

/**
 * A row of the table.
 *
 * @param service which answers
 * @param method of HTTP
 * @param path as the description writes it, with {@code {id}}
 * @param expected what each caller gets: {@code allowed}, or a status
 */
public record Door(String service, String method, String path, Map<Caller, String> expected) {

    /** What stands for any answer of somebody who was let in. */
    static final String ALLOWED = "allowed";

    public Door {
        expected = Map.copyOf(expected);
        if (expected.size() != Caller.values().length) {
            throw new IllegalArgumentException("%s %s: expected a cell for each of %d callers, found %d"
                    .formatted(method, path, Caller.values().length, expected.size()));
        }
        expected.values().forEach(cell -> {
            if (!cell.equals(ALLOWED) && !cell.matches("[1-5]\\d\\d")) {
                throw new IllegalArgumentException(
                        "%s %s: expected allowed or a status, found %s".formatted(method, path, cell));
            }
        });
    }

    /** Method and path. */
    public String name() {
        return method + " " + path;
    }

    /** Whether a status is what the caller was to get. */
    boolean agrees(Caller caller, int status) {
        String cell = expected.get(caller);
        if (!ALLOWED.equals(cell)) {
            return String.valueOf(status).equals(cell);
        }
        // What was let in may still be refused for what it says, and an unknown id is unknown to whoever may ask.
        boolean isRefusedForWhatItSays = switch (status) {
            case 400, 409, 412, 415, 422, 428 -> true;
            case 404 -> path.contains("{");
            default -> false;
        };
        return status < 300 || isRefusedForWhatItSays;
    }
}
