package io.dripline.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of several instances on one database one publishes. */
class RelayStandbyTest extends RelayOnPostgres {

    @Test
    void isWokenByAnyInstanceThatRings() throws Exception {
        String[] patient = {"dripline.relay.busy-poll", "PT20S", "dripline.relay.idle-poll", "PT20S"};
        Relay active = startRelay(patient);
        await().until(() -> active.status().active());
        Relay standby = startRelay(patient);
        execute("insert into note (topic, content) values ('patient', 'silent')");

        standby.ring();

        await().atMost(Duration.ofSeconds(5)).until(() -> broker.values().contains("silent"));
    }

    @Test
    void onlyOneInstancePublishes() throws Exception {
        Relay first = startRelay();
        await().until(() -> first.status().active());
        Relay second = startRelay();

        write("a", "b", "c");

        await().until(() -> first.status().published() == 3);
        assertThat(second.status().active()).isFalse();
        assertThat(broker.values()).containsExactly("a", "b", "c");
    }

    @Test
    void aStandbyTakesOverFromAnInstanceThatStops() throws Exception {
        Relay first = startRelay();
        write("a");
        await().until(() -> first.status().published() == 1);
        Relay second = startRelay();

        first.close();

        write("b");
        await().until(() -> second.status().published() == 1);
        assertThat(broker.values()).containsExactly("a", "b");
    }

    @Test
    void exactlyOneInstanceGoesOnWhenTheActiveOneLosesItsConnection() throws Exception {
        Relay first = startRelay();
        Relay second = startRelay();
        await().untilAsserted(() ->
                assertThat(List.of(first.status(), second.status())).anyMatch(RelayStatus::active));

        killRelayConnections();
        write("a");

        await().until(() -> broker.values().contains("a"));
        assertThat(List.of(first.status(), second.status()))
                .filteredOn(RelayStatus::active)
                .hasSize(1);
        assertThat(broker.values()).containsExactly("a");
    }
}
