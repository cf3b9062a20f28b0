package io.dripline.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.relay.Broker.Arrival;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What was committed is published, soon and in commit order. */
class RelayTest extends RelayOnPostgres {

    @Test
    void publishesWhatWasCommittedWithKeyAndPartition() throws Exception {
        startRelay();

        write("a", "b");

        await().until(() -> broker.arrivals.size() == 2);
        int partition = new RelayedRecord(Position.START, "", "patient", new byte[0]).partition(6);
        assertThat(broker.arrivals)
                .containsExactly(new Arrival("key-a", partition, "a"), new Arrival("key-b", partition, "b"));
    }

    @Test
    void isWokenByTheNotificationLongBeforeItsIdlePollEnds() throws Exception {
        Relay relay = startRelay("dripline.relay.busy-poll", "PT20S", "dripline.relay.idle-poll", "PT20S");
        await().until(() -> relay.status().active());

        write("a");

        await().atMost(Duration.ofSeconds(5)).until(() -> broker.values().contains("a"));
    }

    @Test
    void waitsForASlowTransactionInsteadOfSkippingIt() throws Exception {
        startRelay();
        try (Connection slow = database.getConnection()) {
            slow.setAutoCommit(false);
            Notes.write(slow, "slow, first in the table");
            write("quick, committed first");
            await().during(Duration.ofMillis(400)).atMost(Duration.ofSeconds(2)).until(() -> broker.arrivals.isEmpty());

            slow.commit();
        }

        await().until(() -> broker.arrivals.size() == 2);
        assertThat(broker.values()).containsExactly("slow, first in the table", "quick, committed first");
    }

    @Test
    void ordersByTransactionWhereARowWasWrittenLate() throws Exception {
        try (Connection late = database.getConnection()) {
            late.setAutoCommit(false);
            try (Statement statement = late.createStatement()) {
                statement.execute("select pg_current_xact_id()");
            }
            write("second transaction, first row");
            Notes.write(late, "first transaction, second row");
            late.commit();
        }

        startRelay();

        await().until(() -> broker.arrivals.size() == 2);
        assertThat(broker.values()).containsExactly("first transaction, second row", "second transaction, first row");
    }

    @Test
    void publishesMoreThanABatchInOrder() throws Exception {
        String[] contents = IntStream.range(0, 1000).mapToObj(i -> "n" + i).toArray(String[]::new);
        startRelay("dripline.relay.batch-size", "7");

        write(contents);

        await().until(() -> broker.arrivals.size() >= contents.length);
        assertThat(broker.values()).containsExactly(contents);
    }
}
