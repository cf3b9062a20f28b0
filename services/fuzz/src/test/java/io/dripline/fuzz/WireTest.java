package io.dripline.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.access.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers in every form that HTTP has, over one connection or more. */
class WireTest {

    private static final Operation DOOR = new Operation("GET", "/", List.of(), null, Set.of(200));

    private final Deque<String> answers = new ArrayDeque<>();
    private ServerSocket server;
    private final AtomicInteger connections = new AtomicInteger();

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::serve);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void readsLengthsChunksAndNoBodiesOverOneConnection() throws IOException {
        answers.add("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-A: 1\r\nx-a: 2\r\n\r\n{}");
        answers.add("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n1;x\r\nd\r\n0\r\n\r\n");
        answers.add("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n");
        try (Wire wire = wire()) {
            assertThat(ask(wire)).isEqualTo(new Answer(200, Map.of("content-length", "2", "x-a", "1, 2"), "{}"));
            assertThat(ask(wire).body()).isEqualTo("abcd");
            assertThat(ask(wire).status()).isEqualTo(204);
        }
        assertThat(connections).hasValue(1);
    }

    @Test
    void readsToTheEndAndComesAgain() throws IOException {
        answers.add("HTTP/1.1 400 Bad Request\r\n\r\nall of it\0");
        answers.add("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nConnection: close\r\n\r\na\0");
        answers.add("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nb");
        try (Wire wire = wire()) {
            assertThat(ask(wire).body()).isEqualTo("all of it");
            assertThat(ask(wire).body()).isEqualTo("a");
            assertThat(ask(wire).body()).isEqualTo("b");
        }
        assertThat(connections).hasValue(3);
    }

    @Test
    void nothingIsNoAnswer() throws IOException {
        answers.add("\0");
        answers.add("no HTTP\r\n\0");
        try (Wire wire = wire()) {
            assertThat(ask(wire)).isEqualTo(Answer.NONE);
            assertThat(ask(wire)).isEqualTo(Answer.NONE);
        }
    }

    @Test
    void aLengthThatIsNoneIsNoAnswer() throws IOException {
        answers.add("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}\0");
        answers.add("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nwhat\r\nabc\r\n0\r\n\r\n\0");
        try (Wire wire = wire()) {
            assertThat(ask(wire)).isEqualTo(Answer.NONE);
            assertThat(ask(wire)).isEqualTo(Answer.NONE);
        }
    }

    private Wire wire() {
        return new Wire(URI.create("http://127.0.0.1:" + server.getLocalPort()));
    }

    private static Answer ask(Wire wire) throws IOException {
        return wire.exchange(
                new Request(0, DOOR, Kind.VALID, "", Caller.NONE, "GET", "/", List.of(), null, false), null);
    }

    /** An answer for each request; where it ends with a zero the connection does too. */
    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                connections.incrementAndGet();
                boolean goesOn = true;
                while (goesOn && readHead(socket.getInputStream())) {
                    String answer = answers.remove();
                    goesOn = !answer.endsWith("\0");
                    socket.getOutputStream().write(answer.replace("\0", "").getBytes(StandardCharsets.ISO_8859_1));
                    socket.getOutputStream().flush();
                }
            } catch (IOException closed) {
                // The next one, if there is one.
            }
        }
    }

    private static boolean readHead(InputStream in) throws IOException {
        int ends = 0;
        int read = in.read();
        while (read >= 0 && ends < 4) {
            ends = read == '\r' || read == '\n' ? ends + 1 : 0;
            read = ends < 4 ? in.read() : read;
        }
        return ends == 4;
    }
}
