package io.dripline.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.smallrye.mutiny.Uni;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;

/** Whatever fails, nothing is skipped. */
class RelayFailureTest extends RelayOnPostgres {

    @Test
    void repeatsButLosesNothingWhenItCrashesBetweenSendAndPosition() throws Exception {
        AtomicBoolean crashed = new AtomicBoolean();
        broker.acknowledgement = arrival -> {
            if (arrival.value().equals("b") && crashed.compareAndSet(false, true)) {
                killRelayConnections();
            }
            return Uni.createFrom().voidItem();
        };
        write("a", "b", "c");

        Relay relay = startRelay();

        await().until(() -> relay.status().published() == 3);
        assertThat(broker.values()).containsExactly("a", "b", "c", "a", "b", "c");
    }

    @Test
    void skipsNothingWhenTheBrokerRefusesARecord() throws Exception {
        AtomicBoolean refused = new AtomicBoolean();
        broker.acknowledgement = arrival -> arrival.value().equals("b") && refused.compareAndSet(false, true)
                ? Uni.createFrom().failure(new IllegalStateException("refused"))
                : Uni.createFrom().voidItem();
        write("a", "b", "c");

        Relay relay = startRelay();

        await().until(() -> relay.status().published() == 3);
        assertThat(broker.values()).containsExactly("a", "b", "c", "a", "b", "c");
    }

    /** What is before it is published, what comes after waits, and whoever looks is told which row it is. */
    @Test
    void namesTheRecordThatTheBrokerNeverTakes() throws Exception {
        broker.acknowledgement = arrival -> arrival.value().equals("c")
                ? Uni.createFrom().failure(new RecordTooLargeException("too large"))
                : Uni.createFrom().voidItem();
        write("a", "b", "c", "d");

        Relay relay = startRelay("dripline.relay.longest-pause", "PT0.2S");

        await().until(() -> relay.status().published() == 2 && relay.status().failure() != null);
        assertThat(relay.status().failure()).contains("row seq 3", "key key-c", "1 bytes", "RecordTooLargeException");
        assertThat(relay.status().position().seq()).isEqualTo(2);
        broker.acknowledgement = arrival -> Uni.createFrom().voidItem();
        await().until(() -> relay.status().published() == 4);
        assertThat(relay.status().failure()).isNull();
    }

    @Test
    void readsFewerRowsAtOnceWhereManyDoNotFitIntoMemory() throws Exception {
        String[] contents = IntStream.range(0, 40).mapToObj(i -> "n" + i).toArray(String[]::new);
        write(contents);
        Notes narrow = new Notes() {
            @Override
            public List<RelayedRecord> read(Connection connection, Position after, int limit) throws SQLException {
                List<RelayedRecord> records = super.read(connection, after, limit);
                if (records.size() > 3) {
                    throw new OutOfMemoryError("Java heap space");
                }
                return records;
            }
        };

        Relay relay = relay(database, narrow, "dripline.relay.longest-pause", "PT0.2S");
        relay.start();

        await().until(() -> relay.status().published() == contents.length);
        assertThat(broker.values()).containsExactly(contents);
    }

    @Test
    void startsOnceItsPreparationSucceeds() throws Exception {
        AtomicBoolean brokerIsUp = new AtomicBoolean();
        Relay relay = relay();
        write("a");
        relay.startAfter(() -> {
            if (!brokerIsUp.get()) {
                throw new TopicsUnavailableException("the broker is away", null);
            }
        });
        await().until(() -> relay.status().failure() != null);

        brokerIsUp.set(true);

        await().until(() -> broker.values().equals(List.of("a")));
    }

    @Test
    void preparesAgainAfterAFailure() throws Exception {
        AtomicBoolean refused = new AtomicBoolean();
        broker.acknowledgement = arrival -> refused.compareAndSet(false, true)
                ? Uni.createFrom().failure(new IllegalStateException("the broker has lost its topics"))
                : Uni.createFrom().voidItem();
        AtomicInteger prepared = new AtomicInteger();
        write("a");

        Relay relay = relay();
        relay.startAfter(prepared::incrementAndGet);

        await().until(() -> relay.status().published() == 1);
        assertThat(prepared).hasValue(2);
    }

    /** A pool keeps the server's session, and with it a lock that nobody gave up. */
    @Test
    void goesOnAfterAFailureOnAConnectionOfAPool() throws Exception {
        AtomicBoolean refused = new AtomicBoolean();
        broker.acknowledgement = arrival -> refused.compareAndSet(false, true)
                ? Uni.createFrom().failure(new IllegalStateException("refused"))
                : Uni.createFrom().voidItem();
        write("a");
        try (AgroalDataSource pool = pool()) {
            Relay relay = relay(pool);

            relay.start();

            await().until(() -> relay.status().published() == 1);
            relay.close();
        }
        assertThat(broker.values()).containsExactly("a", "a");
    }

    private static AgroalDataSource pool() throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(4)
                        .connectionFactoryConfiguration(
                                server -> server.jdbcUrl(postgres.getJdbcUrl("postgres", "postgres")))));
    }
}
