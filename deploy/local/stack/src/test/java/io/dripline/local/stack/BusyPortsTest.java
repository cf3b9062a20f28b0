package io.dripline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BusyPortsTest {

    @Test
    void saysWhichPortWhoUsesItAndWhatToDo() {
        // When
        var sentence = BusyPorts.sentence(8080, "reporting", Optional.of("process 123 (/usr/bin/nginx)"));

        // Then
        assertThat(sentence)
                .isEqualTo("dripline: port 8080 on 127.0.0.1, which reporting needs, is in use by process 123"
                        + " (/usr/bin/nginx); end that process, or move all ports with DRIPLINE_PORT_OFFSET=1000"
                        + " ./dripline up");
    }

    @Test
    void findsThePortThatIsListenedOn() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // When
            var sentences = BusyPorts.of(Map.of(socket.getLocalPort(), "Kafka"));

            // Then
            assertThat(sentences).singleElement().asString().contains("port " + socket.getLocalPort());
        }
    }

    @Test
    void findsNothingWhereNobodyListens() {
        // Given
        var free = Ports.free().kafka();

        // When
        var sentences = BusyPorts.of(Map.of(free, "Kafka"));

        // Then
        assertThat(sentences).isEmpty();
    }

    @Test
    void readsTheProcessFromASocketList() {
        // When
        var pid = BusyPorts.pidInSocketList(
                "LISTEN 0 50 [::ffff:127.0.0.1]:8180 *:* users:((\"java\",pid=16004,fd=193))");

        // Then
        assertThat(pid).contains("16004");
    }

    @Test
    void readsNoProcessWhereTheListNamesNone() {
        assertThat(BusyPorts.pidInSocketList("LISTEN 0 50 127.0.0.1:8180 *:*")).isEmpty();
    }
}
