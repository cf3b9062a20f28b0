package io.dripline.door;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * A body that must keep coming: it may keep the reader waiting for a while in all, and longer for each byte that has come, at
 * a least rate. Time in which nobody reads does not count, so that a batch which waits for the database is not to blame.
 */
final class ImpatientStream extends FilterInputStream {

    private static final double NANOS = Duration.ofSeconds(1).toNanos();

    private final long patience;
    private final double nanosForAByte;
    private final Runnable givenUp;
    private long waited;
    private long come;
    private boolean isGivenUp;

    /**
     * @param body what is read
     * @param patience how long it may keep the reader waiting beyond what its length allows
     * @param leastRate bytes in a second that must come once the patience is used up, 1 or more
     * @param givenUp called before the reader gets an {@link IOException}
     */
    ImpatientStream(InputStream body, Duration patience, int leastRate, Runnable givenUp) {
        super(body);
        this.patience = patience.toNanos();
        this.nanosForAByte = NANOS / leastRate;
        this.givenUp = givenUp;
    }

    @Override
    public int read() throws IOException {
        long begin = System.nanoTime();
        int read = super.read();
        note(begin, read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        long begin = System.nanoTime();
        int read = super.read(buffer, offset, length);
        note(begin, Math.max(0, read));
        return read;
    }

    /** Reads what is left, so that the connection can be used again, with no more patience than before. */
    @Override
    public void close() throws IOException {
        byte[] rest = new byte[8192];
        while (!isGivenUp && read(rest) >= 0) {
            // Nobody wants it.
        }
    }

    private void note(long begin, int bytes) throws IOException {
        waited += System.nanoTime() - begin;
        come += bytes;
        if (waited > patience + come * nanosForAByte) {
            isGivenUp = true;
            givenUp.run();
            throw new IOException("the body came too slowly");
        }
    }
}
