package io.dripline.local.replay;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What was asked of the command.
 *
 * @param asOf the time, with its offset
 * @param json to print what was answered as it is
 */
record Wish(OffsetDateTime asOf, boolean json) {

    private static final String EXPECTED =
            "replay takes --as-of with a time and its offset, as 2026-11-22T09:00:00Z, and --json; ";

    /**
     * Reads {@code --as-of} with a time, and {@code --json}.
     *
     * @throws IllegalArgumentException with anything else, or without a time
     */
    static Wish of(List<String> arguments) {
        OffsetDateTime asOf = null;
        boolean json = false;
        var left = arguments.iterator();
        while (left.hasNext()) {
            String argument = left.next();
            if (argument.equals("--json")) {
                json = true;
            } else if (argument.equals("--as-of") && left.hasNext()) {
                asOf = time(left.next());
            } else {
                throw new IllegalArgumentException(EXPECTED + "got " + argument);
            }
        }
        if (asOf == null) {
            throw new IllegalArgumentException(EXPECTED + "got no time");
        }
        return new Wish(asOf, json);
    }

    private static OffsetDateTime time(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(EXPECTED + "got " + text, e);
        }
    }
}
