package io.dripline.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The stored position, where a relay goes on. */
class RelayPositionTest extends RelayOnPostgres {

    @Test
    void goesOnWhereItStoppedAfterARestart() throws Exception {
        Relay first = startRelay();
        write("a");
        await().until(() -> first.status().published() == 1);
        first.close();
        write("b");

        startRelay();

        await().until(() -> broker.values().contains("b"));
        assertThat(broker.values()).containsExactly("a", "b");
    }

    @Test
    void storesNoPositionBeforeEveryAcknowledgement() throws Exception {
        List<UniEmitter<? super Void>> open = new CopyOnWriteArrayList<>();
        broker.acknowledgement = arrival -> arrival.value().equals("b")
                ? Uni.createFrom().emitter(open::add)
                : Uni.createFrom().voidItem();
        write("a", "b");
        Relay relay = startRelay();
        await().until(() -> open.size() == 1);
        assertThat(relay.status().position()).isEqualTo(Position.START);

        open.getFirst().complete(null);

        await().until(() -> relay.status().position().seq() == 2);
    }

    @Test
    void publishesAllOfItAgainWhenItsPositionIsSetBackWhileIdle() throws Exception {
        Relay relay = startRelay();
        write("a", "b");
        await().until(() -> relay.status().published() == 2);

        setBack();

        await().until(() -> broker.arrivals.size() == 4);
        assertThat(broker.values()).containsExactly("a", "b", "a", "b");
    }

    @Test
    void doesNotWriteOverAPositionThatIsSetBackWhileItSends() throws Exception {
        List<UniEmitter<? super Void>> open = new CopyOnWriteArrayList<>();
        broker.acknowledgement = arrival -> arrival.value().equals("b") && open.isEmpty()
                ? Uni.createFrom().emitter(open::add)
                : Uni.createFrom().voidItem();
        Relay relay = startRelay();
        write("a");
        await().until(() -> relay.status().position().seq() == 1);
        write("b");
        await().until(() -> open.size() == 1);

        setBack();
        open.getFirst().complete(null);

        await().until(() -> relay.status().position().seq() == 2);
        assertThat(broker.values()).containsExactly("a", "b", "a", "b");
    }

    /** As by a second rebuild, while the first one's records are on their way to a broker that is wiped. */
    @Test
    void doesNotWriteOverAPositionThatIsSetBackToWhereItStands() throws Exception {
        List<UniEmitter<? super Void>> open = new CopyOnWriteArrayList<>();
        broker.acknowledgement = arrival -> arrival.value().equals("b") && open.isEmpty()
                ? Uni.createFrom().emitter(open::add)
                : Uni.createFrom().voidItem();
        write("a", "b");
        Relay relay = startRelay();
        await().until(() -> open.size() == 1);
        assertThat(relay.status().position()).isEqualTo(Position.START);

        setBack();
        open.getFirst().complete(null);

        await().until(() -> relay.status().position().seq() == 2);
        assertThat(broker.values()).containsExactly("a", "b", "a", "b");
    }
}
