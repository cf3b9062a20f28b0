package io.dripline.reporting.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.reporting.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class NotificationExampleTest {

    @Inject
    ObjectMapper json;

    @Test
    void showsDeliveriesAsTheyAreAnswered() throws IOException {
        NotificationPage page = json.readValue(NotificationExample.PAGE, NotificationPage.class);
        Delivery retried = json.readValue(NotificationExample.RETRIED, Delivery.class);

        assertThat(json.readTree(json.writeValueAsBytes(page))).isEqualTo(json.readTree(NotificationExample.PAGE));
        assertThat(json.readTree(json.writeValueAsBytes(retried)))
                .isEqualTo(json.readTree(NotificationExample.RETRIED));
    }
}
