package io.dripline.local.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A clock that is wrong, for one process: by libfaketime, which Debian has in its package {@code faketime}. */
final class OtherClock {

    private static final String LIBRARY = "faketime/libfaketime.so.1";
    private static final Path LIBRARIES = Path.of("/usr/lib");

    private OtherClock() {}

    /** Why there is none here, if so. */
    static Optional<String> hindrance() {
        return library().isPresent()
                ? Optional.empty()
                : Optional.of("no clock can be set wrong here: libfaketime is missing (apt-get install faketime)");
    }

    /**
     * The environment of a process whose clock is an hour off. Time that passes, as against the time of day, is as it is: a JVM waits
     * by it.
     */
    static Map<String, String> anHour(boolean isAhead) {
        Path library = library()
                .orElseThrow(() -> new IllegalStateException(hindrance().orElseThrow()));
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME",
                isAhead ? "+1h" : "-1h",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1");
    }

    private static Optional<Path> library() {
        if (!Files.isDirectory(LIBRARIES)) {
            return Optional.empty();
        }
        try (var architectures = Files.list(LIBRARIES)) {
            return architectures
                    .map(directory -> directory.resolve(LIBRARY))
                    .filter(Files::exists)
                    .findFirst();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
