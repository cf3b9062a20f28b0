package io.dripline.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.EOFException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ClinicConnectionTest {

    private record Heard(String head, String body, int port) {}

    @Test
    void postsOneAfterTheOtherOverOneConnection() throws Exception {
        List<Heard> heard = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/sessions", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            heard.add(new Heard(
                    exchange.getRequestMethod() + " "
                            + exchange.getRequestHeaders().getFirst("Authorization"),
                    body,
                    exchange.getRemoteAddress().getPort()));
            byte[] answer = ("{\"sent\":" + body.length() + "}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Location", "/sessions/" + heard.size());
            exchange.sendResponseHeaders(201, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try (ClinicConnection connection = new ClinicConnection(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sessions"), "a-token")) {
            ClinicConnection.Answer first = connection.post("{\"a\":1}");
            ClinicConnection.Answer second = connection.post("{\"ü\":22}");

            assertThat(first).isEqualTo(new ClinicConnection.Answer(201, "/sessions/1", "{\"sent\":7}"));
            assertThat(second.location()).isEqualTo("/sessions/2");
            assertThat(heard).extracting(Heard::body).containsExactly("{\"a\":1}", "{\"ü\":22}");
            assertThat(heard).extracting(Heard::head).containsOnly("POST Bearer a-token");
            assertThat(heard)
                    .extracting(Heard::port)
                    .containsOnly(heard.getFirst().port());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aConnectionThatEndsInTheMiddleIsNoAnswer() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (var accepted = server.accept()) {
                    accepted.getInputStream().read(new byte[4096]);
                    accepted.getOutputStream()
                            .write("HTTP/1.1 201 Created\r\nContent-Length: 90\r\n\r\n{\"id\""
                                    .getBytes(StandardCharsets.US_ASCII));
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            try (ClinicConnection connection =
                    new ClinicConnection(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/sessions"), "t")) {
                assertThatThrownBy(() -> connection.post("{}")).isInstanceOf(EOFException.class);
            }
        }
    }
}
