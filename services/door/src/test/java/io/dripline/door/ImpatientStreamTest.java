package io.dripline.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ImpatientStreamTest {

    private static final int RATE = 64 << 10;

    @Test
    void aBodyThatDripsIsGivenUp() {
        boolean[] closed = {false};
        InputStream drips =
                new ImpatientStream(slow(Duration.ofMillis(20)), Duration.ofMillis(100), RATE, () -> closed[0] = true);

        assertThatThrownBy(drips::readAllBytes).isInstanceOf(IOException.class).hasMessageContaining("too slowly");
        assertThat(closed).containsExactly(true);
    }

    @Test
    void aBodyThatComesIsReadWhole() throws IOException {
        byte[] body = new byte[1 << 20];

        byte[] read = new ImpatientStream(new ByteArrayInputStream(body), Duration.ofSeconds(30), RATE, () -> {})
                .readAllBytes();

        assertThat(read).isEqualTo(body);
    }

    /** Some 5 KiB a second, which would take 64 MiB through in four hours. */
    @Test
    void aBodyThatComesMoreSlowlyThanTheLeastRateIsGivenUp() {
        InputStream trickles =
                new ImpatientStream(slow(Duration.ofMillis(20), 100), Duration.ofMillis(200), RATE, () -> {});

        assertThatThrownBy(() -> trickles.readNBytes(10_000))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("too slowly");
    }

    /** Far above the least rate, and for longer than the patience lasts. */
    @Test
    void aBodyThatComesFasterThanTheLeastRateIsReadWhole() throws IOException {
        InputStream comes =
                new ImpatientStream(slow(Duration.ofMillis(20), 2_000), Duration.ofMillis(50), 1_000, () -> {});

        assertThat(comes.readNBytes(20_000)).hasSize(20_000);
    }

    /** What reads JSON closes what it read, whether it liked it or not. */
    @Test
    void closingWaitsNoLongerThanReading() {
        InputStream drips = new ImpatientStream(slow(Duration.ofMillis(20)), Duration.ofMillis(100), RATE, () -> {});

        assertThatThrownBy(drips::close).isInstanceOf(IOException.class).hasMessageContaining("too slowly");
    }

    @Test
    void closingReadsNoMoreOfWhatWasGivenUp() throws IOException {
        int[] reads = {0};
        InputStream drips = new ImpatientStream(
                new FilterInputStream(slow(Duration.ofMillis(20))) {
                    @Override
                    public int read(byte[] buffer, int offset, int length) throws IOException {
                        reads[0]++;
                        return super.read(buffer, offset, length);
                    }
                },
                Duration.ofMillis(100),
                RATE,
                () -> {});
        assertThatThrownBy(drips::readAllBytes).isInstanceOf(IOException.class);
        int before = reads[0];

        drips.close();

        assertThat(reads[0]).isEqualTo(before);
    }

    /** Who waits for the database between two reads does not use up the sender's time. */
    @Test
    void timeBetweenReadsDoesNotCount() throws IOException {
        InputStream body =
                new ImpatientStream(new ByteArrayInputStream(new byte[10]), Duration.ofMillis(50), RATE, () -> {});

        for (int i = 0; i < 10; i++) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            assertThat(body.read()).isZero();
        }
    }

    private static InputStream slow(Duration pause) {
        return slow(pause, 1);
    }

    private static InputStream slow(Duration pause, int atOnce) {
        return new InputStream() {
            @Override
            public int read() {
                LockSupport.parkNanos(pause.toNanos());
                return 'a';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                LockSupport.parkNanos(pause.toNanos());
                int read = Math.min(atOnce, length);
                Arrays.fill(buffer, offset, offset + read, (byte) 'a');
                return read;
            }
        };
    }
}
