package io.dripline.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;

/** Keeps two stacks from using one data directory. Ends with the process, however that ends. */
public final class DataLock implements AutoCloseable {

    private final FileChannel channel;
    private final Path pidFile;

    private DataLock(FileChannel channel, Path pidFile) {
        this.channel = channel;
        this.pidFile = pidFile;
    }

    /**
     * Takes the lock and writes this process' id beside it, to {@code run/up.pid}.
     *
     * @throws StackFailure if another process holds it
     */
    public static DataLock take(StackConfig config) {
        var run = config.data().resolve("run");
        var pidFile = run.resolve("up.pid");
        try {
            Files.createDirectories(run);
            var channel = FileChannel.open(run.resolve("up.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!held(channel)) {
                channel.close();
                var holder = Files.exists(pidFile)
                        ? " (process " + Files.readString(pidFile).strip() + ")"
                        : "";
                throw new StackFailure("a stack already runs on " + config.data() + holder
                        + "; stop that one first, with Ctrl-C where it runs");
            }
            Files.writeString(pidFile, ProcessHandle.current().pid() + System.lineSeparator());
            // This process may have built for minutes before it came here: the file tells when it began, as others
            // compare.
            var began = ProcessHandle.current().info().startInstant();
            if (began.isPresent()) {
                Files.setLastModifiedTime(pidFile, FileTime.from(began.get()));
            }
            return new DataLock(channel, pidFile);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot lock " + run, unwritable);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(pidFile);
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean held(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }
}
