package io.dripline.coding.nearest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What clinics write that is no adverse event: care, course, people, plans. Lines of words; those with # are skipped. */
final class NoEvents {

    private static final String FILE = "no-events.txt";

    private NoEvents() {}

    static List<String> shipped() {
        try (InputStream in = NoEvents.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new BrokenNearestException(FILE + ": expected it beside the classes, but it is missing");
            }
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return reader.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(String::strip)
                        .distinct()
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
