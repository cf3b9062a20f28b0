package io.dripline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void areThoseOfTheDocumentationWithoutAnOffset() {
        // When
        var ports = Ports.of(Map.of());

        // Then
        assertThat(ports).isEqualTo(new Ports(15432, 19092, 19093, 8180, 8181, 8080, 8081, 8082, 8083));
    }

    @Test
    void moveTogetherByAnOffset() {
        // When
        var ports = Ports.of(Map.of("DRIPLINE_PORT_OFFSET", "1000"));

        // Then
        assertThat(ports).isEqualTo(new Ports(16432, 20092, 20093, 9180, 9181, 9080, 9081, 9082, 9083));
    }

    @Test
    void nameTheOffsetThatIsNotANumber() {
        assertThatThrownBy(() -> Ports.of(Map.of("DRIPLINE_PORT_OFFSET", "lots")))
                .hasMessageContaining("DRIPLINE_PORT_OFFSET is 'lots'");
    }

    @Test
    void refuseAnOffsetThatLeavesTheRange() {
        assertThatThrownBy(() -> Ports.DEFAULT.shiftedBy(60000)).hasMessageContaining("outside 1 to 65535");
    }

    @Test
    void knowEveryPortOfEveryPart() {
        // Given
        var ports = Ports.DEFAULT;

        // When
        var named = ports.named().keySet();

        // Then
        assertThat(Part.values()).allSatisfy(part -> assertThat(named).containsAll(ports.of(part)));
        assertThat(named).hasSize(9);
    }

    @Test
    void areDistinctWhenFreeOnesAreTaken() {
        assertThat(Ports.free().named()).hasSize(9);
    }

    @Test
    void whichAreFreeAreNoneThatAConnectionMayTakeMeanwhile() throws IOException {
        // Given
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var connection = new Socket(server.getInetAddress(), server.getLocalPort())) {

            // Then
            assertThat(Ports.free().named().keySet())
                    .allSatisfy(port -> assertThat(port).isLessThan(32_768));
            assertThat(connection.getLocalPort()).isGreaterThanOrEqualTo(32_768);
        }
    }
}
