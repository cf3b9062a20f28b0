package io.dripline.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.dripline.relay.Broker.Arrival;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {

    private static EmbeddedPostgres postgres;
    private static DataSource database;

    private final Broker broker = new Broker();
    private final List<Relay> relays = new ArrayList<>();

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        database = postgres.getPostgresDatabase();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void emptyTables() throws Exception {
        try (InputStream migration = RelayTest.class.getResourceAsStream("/db/relay/V0__relay_position.sql")) {
            execute("drop table if exists note, relay_position;" + Notes.TABLE
                    + new String(migration.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @AfterEach
    void stopRelays() {
        relays.forEach(Relay::close);
    }

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

    private static void setBack() {
        execute("update relay_position set xid = '0', seq = 0");
    }

    private Relay startRelay(String... settings) {
        Relay relay = relay(settings);
        relay.start();
        return relay;
    }

    private Relay relay(String... settings) {
        return relay(database, settings);
    }

    private Relay relay(DataSource database, String... settings) {
        return relay(database, new Notes(), settings);
    }

    private Relay relay(DataSource database, RelaySource source, String... settings) {
        SmallRyeConfigBuilder config = new SmallRyeConfigBuilder()
                .withMapping(RelayConfig.class)
                .withDefaultValue("dripline.relay.takeover-poll", "PT0.05S");
        for (int i = 0; i < settings.length; i += 2) {
            config.withDefaultValue(settings[i], settings[i + 1]);
        }
        Relay relay =
                new Relay(database, source, broker.emitter(), config.build().getConfigMapping(RelayConfig.class));
        relays.add(relay);
        return relay;
    }

    private static void write(String... contents) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Notes.write(connection, contents);
        }
    }

    private static void killRelayConnections() {
        execute(
                "select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()");
    }

    private static void execute(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
