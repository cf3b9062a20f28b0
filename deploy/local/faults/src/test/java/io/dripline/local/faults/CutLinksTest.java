package io.dripline.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CutLinksTest {

    private static final int CONNECTIONS = 20;
    private static final int SENT = 10_000;

    private ServerSocket echo;

    @BeforeEach
    void startServer() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::serve);
    }

    @AfterEach
    void stopServer() throws IOException {
        echo.close();
    }

    @Test
    void everyLinkIsCutSoonerOrLater() throws IOException {
        try (var links = new CutLinks(echo.getLocalPort(), 7)) {
            List<Integer> echoed = echoedOf(links);

            assertThat(echoed)
                    .hasSize(CONNECTIONS)
                    .allSatisfy(bytes -> assertThat(bytes).isLessThan(SENT));
            assertThat(echoed).anyMatch(bytes -> bytes > 0);
            assertThat(links.cuts()).isGreaterThanOrEqualTo(CONNECTIONS);
        }
    }

    @Test
    void whereNobodyIsBehindTheCallersConnectionEndsAndTheNextIsTaken() throws IOException {
        echo.close();
        try (var links = new CutLinks(echo.getLocalPort(), 7)) {
            assertThat(read(links)).isZero();
            assertThat(read(links)).isZero();
        }
    }

    private static List<Integer> echoedOf(CutLinks links) throws IOException {
        List<Integer> echoed = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            echoed.add(read(links));
        }
        return echoed;
    }

    /** How much of what was sent came back before the end. */
    private static int read(CutLinks links) throws IOException {
        int echoed = 0;
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), links.port())) {
            try {
                socket.getOutputStream().write(new byte[SENT]);
                while (socket.getInputStream().read() >= 0) {
                    echoed++;
                }
            } catch (IOException cut) {
                return echoed;
            }
        }
        return echoed;
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                var client = echo.accept();
                Thread.ofVirtual().start(() -> {
                    try (client) {
                        client.getInputStream().transferTo(client.getOutputStream());
                    } catch (IOException cut) {
                        // Which is what is tried here.
                    }
                });
            } catch (IOException closed) {
                return;
            }
        }
    }
}
