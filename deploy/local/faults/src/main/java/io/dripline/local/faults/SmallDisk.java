package io.dripline.local.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A disk of a few megabytes in memory, mounted over a directory, which can be filled to the last byte. Mounting is root's. */
final class SmallDisk implements AutoCloseable {

    private static final int MEGABYTES = 48;

    private final Path directory;

    private final Thread unmounting;

    private SmallDisk(Path directory) {
        this.directory = directory;
        this.unmounting = new Thread(this::unmount);
    }

    /** Why there is none here, if so. */
    static Optional<String> hindrance() {
        try {
            Path directory = Files.createTempDirectory("dripline-disk");
            try (var _ = at(directory)) {
                return Optional.empty();
            } finally {
                Files.delete(directory);
            }
        } catch (IOException | UncheckedIOException | IllegalStateException refused) {
            return Optional.of("a small disk cannot be mounted here: " + refused.getMessage());
        }
    }

    /** @throws IllegalStateException if it may not be mounted */
    static SmallDisk at(Path directory) {
        run("mount", "-t", "tmpfs", "-o", "size=%dm".formatted(MEGABYTES), "tmpfs", directory.toString());
        var disk = new SmallDisk(directory);
        // Ctrl-C in the middle leaves nothing mounted.
        Runtime.getRuntime().addShutdownHook(disk.unmounting);
        return disk;
    }

    /** Until nothing more goes onto it. */
    void fill() {
        byte[] block = new byte[4096];
        try (OutputStream filler = Files.newOutputStream(directory.resolve("filler"))) {
            for (long i = 0; i < MEGABYTES * 1024L * 1024 / block.length + 1; i++) {
                filler.write(block);
            }
        } catch (IOException full) {
            return;
        }
        throw new IllegalStateException("%s took more than its %d MB".formatted(directory, MEGABYTES));
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(unmounting);
        unmount();
    }

    private void unmount() {
        run("umount", "-l", directory.toString());
    }

    private static void run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said.strip());
            }
        } catch (IOException notFound) {
            throw new UncheckedIOException(notFound);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }
}
