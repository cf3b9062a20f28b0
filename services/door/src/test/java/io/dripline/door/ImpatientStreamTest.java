package io.dripline.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ImpatientStreamTest {

    @Test
    void aBodyThatDripsIsGivenUp() {
        boolean[] closed = {false};
        InputStream drips =
                new ImpatientStream(slow(Duration.ofMillis(20)), Duration.ofMillis(100), () -> closed[0] = true);

        assertThatThrownBy(drips::readAllBytes).isInstanceOf(IOException.class).hasMessageContaining("too slowly");
        assertThat(closed).containsExactly(true);
    }

    @Test
    void aBodyThatComesIsReadWhole() throws IOException {
        byte[] body = new byte[1 << 20];

        byte[] read =
                new ImpatientStream(new ByteArrayInputStream(body), Duration.ofSeconds(30), () -> {}).readAllBytes();

        assertThat(read).isEqualTo(body);
    }

    /** Who waits for the database between two reads does not use up the sender's time. */
    @Test
    void timeBetweenReadsDoesNotCount() throws IOException {
        InputStream body = new ImpatientStream(new ByteArrayInputStream(new byte[10]), Duration.ofMillis(50), () -> {});

        for (int i = 0; i < 10; i++) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            assertThat(body.read()).isZero();
        }
    }

    private static InputStream slow(Duration pause) {
        return new InputStream() {
            @Override
            public int read() {
                LockSupport.parkNanos(pause.toNanos());
                return 'a';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                buffer[offset] = (byte) read();
                return 1;
            }
        };
    }
}
