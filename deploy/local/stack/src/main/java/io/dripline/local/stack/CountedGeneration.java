package io.dripline.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which generation incidence counts at its next start; kept with the data, because a rebuild changes it. */
public final class CountedGeneration {

    private CountedGeneration() {}

    /** The generation, 1 before the first rebuild. */
    public static int read(StackConfig config) {
        var file = file(config);
        try {
            return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 1;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NumberFormatException notANumber) {
            throw new StackFailure(file + " holds no generation; expected a number of 1 or more", notANumber);
        }
    }

    /** Makes incidence count another generation from its next start on. */
    public static void write(StackConfig config, int generation) {
        try {
            Files.createDirectories(file(config).getParent());
            AnswerRequests.write(file(config), generation + System.lineSeparator());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Path file(StackConfig config) {
        return config.data().resolve("state").resolve("generation");
    }
}
