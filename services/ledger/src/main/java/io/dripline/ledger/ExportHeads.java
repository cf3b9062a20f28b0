package io.dripline.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Brings heads to where who administers the database does not write: into the service's log, and a file if one is named. */
final class ExportHeads {

    private static final Logger LOG = Logger.getLogger(ExportHeads.class);

    private final Optional<Path> file;
    private final Duration interval;
    private long exported;
    private long at;

    ExportHeads(Optional<Path> file, Duration interval) {
        this.file = file;
        this.interval = interval;
        this.at = System.nanoTime() - interval.toNanos();
    }

    /** Exports a head that is newer than the one before, if it is time to. */
    void exportWhenDue(Head head) throws IOException {
        if (System.nanoTime() - at >= interval.toNanos()) {
            export(head);
        }
    }

    /** Exports a head that is newer than the one before. */
    void export(Head head) throws IOException {
        if (head.position() == exported) {
            return;
        }
        if (file.isPresent()) {
            Path target = file.get();
            Path directory = target.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            Files.writeString(
                    target,
                    head.line() + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        }
        LOG.info(head.line());
        exported = head.position();
        at = System.nanoTime();
    }
}
