package io.dripline.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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

    private static final int END_BYTES = 65_536;

    private final Optional<Path> file;
    private final Duration interval;
    private long exported;
    private long at;

    ExportHeads(Optional<Path> file, Duration interval) {
        this.file = file;
        this.interval = interval;
        this.at = System.nanoTime() - interval.toNanos();
    }

    /** The last head of a ledger in the file; empty where there is no file, or none in its last lines. */
    Optional<Head> last(Ledger ledger) throws IOException {
        if (file.isEmpty() || !Files.exists(file.get())) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file.get(), StandardOpenOption.READ)) {
            ByteBuffer end = ByteBuffer.allocate((int) Math.min(channel.size(), END_BYTES));
            long from = channel.size() - end.capacity();
            while (end.hasRemaining() && channel.read(end, from + end.position()) >= 0) {
                // Until all of it is read.
            }
            return new String(end.array(), 0, end.position(), StandardCharsets.UTF_8)
                    .lines()
                    .flatMap(line -> parsed(line).stream())
                    .filter(head -> head.ledger().equals(ledger.name()))
                    .reduce((earlier, later) -> later);
        }
    }

    /** A line may be cut off, by where reading began or by a crash. */
    private static Optional<Head> parsed(String line) {
        try {
            return Optional.of(Head.parse(line));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
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
