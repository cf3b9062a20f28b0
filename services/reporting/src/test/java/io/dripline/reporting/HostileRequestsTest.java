package io.dripline.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.access.HostileRequests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Whatever comes is refused by a problem document that tells nothing, and the service goes on. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class HostileRequestsTest {

    @TestHTTPResource
    URI service;

    @Test
    void brokenHeadsAreRefused() {
        assertThat(new HostileRequests(service, Tokens.officer()).faultsOfHeads())
                .isEmpty();
    }

    @Test
    void brokenBodiesAreRefused() {
        assertThat(new HostileRequests(service, Tokens.officer()).faultsOfBodies("/api/evidence/ebh"))
                .isEmpty();
    }
}
