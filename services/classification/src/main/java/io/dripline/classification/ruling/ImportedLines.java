package io.dripline.classification.ruling;

import io.dripline.classification.problem.Body;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Cuts a file into its lines while it arrives, holding one at a time. */
final class ImportedLines {

    private static final int BUFFER = 1 << 16;

    private final InputStream body;
    private long taken;

    ImportedLines(InputStream body) {
        this.body = new BufferedInputStream(body, BUFFER);
    }

    /**
     * The next line, without its end, cut one byte beyond {@link Body#LIMIT}; null after the last, and beyond
     * {@link Body#IMPORT_LIMIT}.
     */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int read = read();
        if (read < 0) {
            return null;
        }
        while (read >= 0 && read != '\n') {
            if (line.size() <= Body.LIMIT) {
                line.write(read);
            }
            read = read();
        }
        return isTooLong() ? null : line.toByteArray();
    }

    /** Whether there is more than is taken; the line in which it became so is not. */
    boolean isTooLong() {
        return taken > Body.IMPORT_LIMIT;
    }

    private int read() throws IOException {
        if (isTooLong()) {
            return -1;
        }
        int read = body.read();
        taken += read < 0 ? 0 : 1;
        return isTooLong() ? -1 : read;
    }
}
