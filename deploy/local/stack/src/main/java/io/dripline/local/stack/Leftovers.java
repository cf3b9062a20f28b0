package io.dripline.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends what an earlier stack on the same data left running, because it was killed itself before it could stop its parts. */
final class Leftovers {

    private static final Duration BETWEEN_START_AND_FILE = Duration.ofMinutes(3);

    private Leftovers() {}

    static void end(StackConfig config, Journal journal) {
        for (var together : Part.stopOrder()) {
            for (Part part : together) {
                survivor(config.pidFile(part)).ifPresent(process -> {
                    journal.endingLeftover(part.id(), process.pid());
                    end(process);
                });
                delete(config.pidFile(part));
            }
        }
    }

    /** The process that the file names, unless its number has gone to another process since. */
    static Optional<ProcessHandle> survivor(Path pidFile) {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            var written = Files.getLastModifiedTime(pidFile).toInstant();
            return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
                    .filter(process -> process.info()
                            .startInstant()
                            .filter(start -> belongs(start, written))
                            .isPresent());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NumberFormatException cutShort) {
            return Optional.empty();
        }
    }

    /** The file is written soon after the process began and never before. */
    private static boolean belongs(Instant start, Instant written) {
        return start.isBefore(written.plusSeconds(1)) && start.isAfter(written.minus(BETWEEN_START_AND_FILE));
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(20, TimeUnit.SECONDS);
        } catch (TimeoutException stubborn) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void delete(Path pidFile) {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException notDeleted) {
            throw new UncheckedIOException(notDeleted);
        }
    }
}
