package io.dripline.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A note in the data directory that a rebuild began and has not come to its end. */
public final class UnfinishedRebuild {

    private static final String WIPING = "wiping";

    private UnfinishedRebuild() {}

    /** Whether there is one. */
    public static boolean exists(StackConfig config) {
        return Files.exists(file(config));
    }

    /** The Kafka cluster that was made anew and is being filled, by its id; empty if Kafka was not wiped to the end. */
    public static Optional<String> cluster(StackConfig config) {
        try {
            return exists(config)
                    ? Optional.of(Files.readString(file(config)).strip()).filter(text -> !text.equals(WIPING))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Notes that the wipe begins, or that Kafka was found wiped. */
    public static void wiping(StackConfig config) {
        write(config, WIPING);
    }

    /** Notes that the new cluster is there and all that fills it has been started. */
    public static void filling(StackConfig config, String cluster) {
        write(config, cluster);
    }

    /** Notes that the rebuild is through. */
    public static void finished(StackConfig config) {
        try {
            Files.deleteIfExists(file(config));
        } catch (IOException notDeleted) {
            throw new UncheckedIOException(notDeleted);
        }
    }

    private static void write(StackConfig config, String text) {
        try {
            Files.createDirectories(file(config).getParent());
            AnswerRequests.write(file(config), text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Path file(StackConfig config) {
        return config.data().resolve("state").resolve("rebuild");
    }
}
