package io.dripline.intake.session;

import io.dripline.intake.request.Refusal;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a body into its lines while it arrives, holding one at a time. Blank lines are counted and passed over. A line that
 * is too long is refused and skipped; a body that is too long ends with the refusal of the line in which it became so.
 */
final class BatchLines {

    /**
     * A line of the body.
     *
     * @param number from 1, blank lines counted
     * @param text what stands in it; empty where it is refused
     * @param refusal 413, or null where the line may be read
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Line(int number, byte[] text, @Nullable HttpProblem refusal) {}

    private static final int BUFFER = 1 << 16;

    private final InputStream body;
    private final int longestLine;
    private final long longestBody;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int filled;
    private long taken;
    private int number;
    private boolean ended;

    BatchLines(InputStream body, int longestLine, long longestBody) {
        this.body = body;
        this.longestLine = longestLine;
        this.longestBody = longestBody;
    }

    /** The next line that is not blank; null after the last. */
    @Nullable
    Line next() throws IOException {
        while (!ended) {
            Line line = read();
            if (line.refusal() != null || !isBlank(line.text())) {
                return line;
            }
        }
        return null;
    }

    private Line read() throws IOException {
        number++;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        long length = 0;
        while (true) {
            if (position == filled && !fill()) {
                ended = true;
                break;
            }
            if (taken > longestBody) {
                ended = true;
                return refused(longestBody);
            }
            int end = endOfLine();
            length += end - position;
            if (length <= longestLine) {
                text.write(buffer, position, end - position);
            }
            position = end;
            if (end < filled) {
                position++;
                break;
            }
        }
        return length > longestLine ? refused(longestLine) : new Line(number, text.toByteArray(), null);
    }

    private Line refused(long limit) {
        return new Line(number, new byte[0], Refusal.tooLong(limit));
    }

    private static boolean isBlank(byte[] text) {
        for (byte character : text) {
            if (character != ' ' && character != '\t' && character != '\r') {
                return false;
            }
        }
        return true;
    }

    private boolean fill() throws IOException {
        filled = body.read(buffer);
        position = 0;
        taken += Math.max(0, filled);
        return filled > 0;
    }

    private int endOfLine() {
        int end = position;
        while (end < filled && buffer[end] != '\n') {
            end++;
        }
        return end;
    }
}
