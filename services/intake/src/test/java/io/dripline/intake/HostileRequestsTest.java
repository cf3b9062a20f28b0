package io.dripline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.access.HostileRequests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Whatever comes is refused by a problem document that tells nothing, and the service goes on. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class HostileRequestsTest {

    @TestHTTPResource
    URI service;

    @Test
    void brokenHeadsAreRefused() {
        assertThat(new HostileRequests(service, Tokens.clinic("clinic-of-attacks")).faultsOfHeads())
                .isEmpty();
    }

    @Test
    void brokenBodiesAreRefused() {
        assertThat(new HostileRequests(service, Tokens.clinic("clinic-of-attacks")).faultsOfBodies("/sessions"))
                .isEmpty();
    }
}
