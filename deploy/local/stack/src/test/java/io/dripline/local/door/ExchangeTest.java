package io.dripline.local.door;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ExchangeTest {

    @Test
    @Timeout(20)
    void doesNotWaitForEverForABodyThatNeverComes() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var client = HttpClient.newHttpClient()) {
            // Given
            var answering = new FutureTask<>(() -> {
                var connection = server.accept();
                connection.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab".getBytes(US_ASCII));
                return connection;
            });
            Thread.ofVirtual().start(answering);
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getLocalPort()))
                    .timeout(Duration.ofMillis(300))
                    .build();

            // Then
            assertThatThrownBy(() -> Exchange.within(Duration.ofMillis(300), client, request))
                    .isInstanceOf(HttpTimeoutException.class)
                    .hasMessageContaining("no whole answer");
        }
    }
}
