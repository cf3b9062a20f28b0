package io.dripline.incidence.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.access.HostileRequests;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Whatever comes is refused by a problem document that tells nothing, and the service goes on. */
@QuarkusTest
@WithTestResource(BrokerForService.class)
class HostileRequestsTest {

    @TestHTTPResource
    URI service;

    @Test
    void brokenHeadsAreRefused() {
        assertThat(new HostileRequests(service, null).faultsOfHeads()).isEmpty();
    }
}
