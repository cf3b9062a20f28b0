package io.dripline.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.access.HostileRequests.Least;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What counts as a fault, so that a service which says nothing is not taken for one that refuses. */
class HostileRequestsTest {

    private static final RawExchange CLOSED = new RawExchange(0, Map.of(), "", false);
    private static final RawExchange BARE = new RawExchange(400, Map.of(), "", false);

    @Test
    void aConnectionThatIsClosedWithoutAnAnswerIsAFaultUnlessTheServerMayDoSo() {
        assertThat(HostileRequests.fault(CLOSED, Least.DOCUMENT)).isPresent();
        assertThat(HostileRequests.fault(CLOSED, Least.STATUS)).isPresent();
        assertThat(HostileRequests.fault(CLOSED, Least.END)).isEmpty();
    }

    @Test
    void aRefusalWithoutADocumentIsAFaultUnlessTheServerMayDoSo() {
        assertThat(HostileRequests.fault(BARE, Least.DOCUMENT))
                .hasValueSatisfying(fault -> assertThat(fault).contains("expected a problem document"));
        assertThat(HostileRequests.fault(BARE, Least.STATUS)).isEmpty();
        assertThat(HostileRequests.fault(BARE, Least.END)).isEmpty();
    }

    @Test
    void aFailureOfTheServiceIsAFaultWhereverItIs() {
        assertThat(HostileRequests.fault(new RawExchange(500, Map.of(), "", false), Least.END))
                .isPresent();
    }

    @Test
    void aServiceThatSaysNothingAndKeepsTheConnectionIsAFaultWhereverItIs() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            RawExchange answer =
                    RawExchange.of(URI.create("http://127.0.0.1:" + silent.getLocalPort()), new byte[] {'x'}, 200);

            assertThat(HostileRequests.fault(answer, Least.END))
                    .hasValueSatisfying(fault -> assertThat(fault).contains("found neither in time"));
        }
    }
}
