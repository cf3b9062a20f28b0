package io.dripline.reporting.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertState;
import io.dripline.contracts.alert.Promise;
import io.dripline.relay.Position;
import io.dripline.reporting.database.DatabaseOnto;
import io.dripline.reporting.digest.DigestsOnto;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From committed versions to deliveries and their tries, on a real PostgreSQL and with a clock that a test moves. */
class DeliveriesTest {

    private static final String OFFICE = "webhook:office";
    private static final String SAFETY = "mail:safety@example.org";
    private static final Duration PATIENCE = Duration.ofHours(24);

    private static EmbeddedPostgres postgres;
    private static Jdbi jdbi;
    private static Alert beforePeopleCouldBeTold;

    private final MovedClock clock = new MovedClock();
    private final Deliveries deliveries = new Deliveries();
    private final List<TellRecipient> workers = new ArrayList<>();

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        jdbi = DatabaseOnto.dataSource(postgres.getPostgresDatabase());
        migrate("9?");
        beforePeopleCouldBeTold = SomeAlert.raised();
        store(beforePeopleCouldBeTold);
        migrate("10");
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void tellWhatIsLeft() throws SQLException {
        plan();
        jdbi.useHandle(handle -> handle.execute("delete from delivery"));
    }

    @AfterEach
    void stopWorkers() {
        workers.forEach(TellRecipient::close);
    }

    @Test
    void whatWasThereBeforeIsNotTold() throws SQLException {
        plan(OFFICE);

        assertThat(made()).isEmpty();
    }

    @Test
    void eachVersionThatMattersIsADeliveryToEachRecipient() throws SQLException {
        UUID id = UUID.randomUUID();
        store(SomeAlert.version(id, 1, AlertState.RAISED, Promise.PROVISIONAL));
        store(SomeAlert.version(id, 2, AlertState.ACKNOWLEDGED, Promise.PROVISIONAL));
        store(SomeAlert.version(id, 3, AlertState.ACKNOWLEDGED, Promise.HOLDS));
        store(SomeAlert.version(id, 4, AlertState.CLOSED, Promise.HOLDS));

        plan(OFFICE, SAFETY);

        assertThat(made())
                .containsExactly(
                        SAFETY + " RAISED 1",
                        OFFICE + " RAISED 1",
                        SAFETY + " PROMISE_CHANGED 3",
                        OFFICE + " PROMISE_CHANGED 3",
                        SAFETY + " CLOSED 4",
                        OFFICE + " CLOSED 4");
    }

    /** A replay, a rebuild, a crash, another instance: whatever makes the same versions be read once more. */
    @Test
    void versionsThatAreReadAgainAreToldNobodyTwice() throws Exception {
        Position before = jdbi.withHandle(deliveries::position);
        store(SomeAlert.raised());
        plan(OFFICE);
        worker(OFFICE, telling(new ArrayList<>())).tellNext();
        jdbi.useHandle(handle -> deliveries.move(handle, before));

        int madeAgain = plan(OFFICE);

        assertThat(madeAgain).isZero();
        assertThat(made()).hasSize(1);
        assertThat(worker(OFFICE, telling(new ArrayList<>())).tellNext()).isFalse();
    }

    /** By its number alone the first would be passed over. */
    @Test
    void aVersionThatCommitsLateIsNotSkipped() throws SQLException {
        Alert slow = SomeAlert.raised();
        Alert fast = SomeAlert.raised();
        try (Handle late = jdbi.open()) {
            late.begin();
            SomeAlert.store(late, slow);
            store(fast);
            plan(OFFICE);
            late.commit();
        }

        plan(OFFICE);

        assertThat(page().stream().map(Delivery::alert)).containsExactlyInAnyOrder(slow.id(), fast.id());
    }

    @Test
    void instancesThatPlanTogetherMakeEachOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            store(SomeAlert.raised());
        }
        List<Thread> instances = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            instances.add(Thread.ofVirtual().start(() -> {
                try {
                    plan(OFFICE);
                } catch (SQLException e) {
                    throw new AssertionError(e);
                }
            }));
        }
        for (Thread instance : instances) {
            instance.join();
        }

        assertThat(made()).hasSize(20).containsOnly(OFFICE + " RAISED 1");
    }

    @Test
    void aDigestIsOneDeliveryToEachRecipient() throws SQLException {
        LocalDate day = LocalDate.of(2026, 11, 22);
        jdbi.useHandle(handle -> DigestsOnto.add(handle, day));

        plan(OFFICE);
        plan(OFFICE, SAFETY);

        assertThat(page()).singleElement().satisfies(delivery -> {
            assertThat(delivery.occasion()).isEqualTo(Occasion.DIGEST);
            assertThat(delivery.digest()).isEqualTo(day);
        });
    }

    @Test
    void whatFailsIsTriedAgainAfterItsPauseAndByTheSameId() throws Exception {
        store(SomeAlert.raised());
        plan(OFFICE);
        List<UUID> tried = new ArrayList<>();
        TellRecipient failing = worker(OFFICE, failing(tried));
        failing.tellNext();
        assertThat(failing.tellNext()).isFalse();
        assertThat(only()).satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(DeliveryState.WAITING);
            assertThat(delivery.tries()).isEqualTo(1);
            assertThat(delivery.lastError()).isEqualTo("answered 503");
            assertThat(delivery.nextTryAt()).isEqualTo(clock.instant().plusSeconds(5));
        });
        clock.move(Duration.ofSeconds(5));

        boolean triedAgain = worker(OFFICE, telling(tried)).tellNext();

        assertThat(triedAgain).isTrue();
        assertThat(tried).hasSize(2).containsOnly(only().id());
        assertThat(only()).satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(DeliveryState.DELIVERED);
            assertThat(delivery.tries()).isEqualTo(2);
            assertThat(delivery.deliveredAt()).isEqualTo(clock.instant());
            assertThat(delivery.nextTryAt()).isNull();
        });
    }

    @Test
    void whatFailsForADayIsParkedUntilAnOfficerSendsItAgain() throws Exception {
        store(SomeAlert.raised());
        plan(OFFICE);
        TellRecipient failing = worker(OFFICE, failing(new ArrayList<>()));
        while (only().state() == DeliveryState.WAITING) {
            clock.set(only().nextTryAt());
            failing.tellNext();
        }
        int tries = only().tries();
        assertThat(tries).isEqualTo(33);
        assertThat(Duration.between(SomeAlert.RAISED_AT, clock.instant())).isBetween(PATIENCE.minusHours(2), PATIENCE);
        clock.move(Duration.ofDays(9));
        assertThat(failing.tellNext()).isFalse();

        jdbi.useHandle(handle -> deliveries.sendAgain(handle, only().id(), "officer", clock.instant()));

        assertThat(only()).satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(DeliveryState.WAITING);
            assertThat(delivery.retriedBy()).isEqualTo("officer");
            assertThat(delivery.retriedAt()).isEqualTo(clock.instant());
        });
        failing.tellNext();
        assertThat(only().nextTryAt()).isEqualTo(clock.instant().plusSeconds(5));
        clock.move(Duration.ofSeconds(5));
        worker(OFFICE, telling(new ArrayList<>())).tellNext();
        assertThat(only().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(only().tries()).isEqualTo(tries + 2);
    }

    @Test
    void whatDiesBetweenTheAnswerAndItsNoteIsToldAgainByTheSameId() throws Exception {
        store(SomeAlert.raised());
        plan(OFFICE);
        List<UUID> told = new ArrayList<>();
        TellRecipient killed = worker(OFFICE, (ToldOnly) (delivery, notice) -> {
            told.add(delivery.id());
            throw new Killed();
        });
        try {
            killed.tellNext();
        } catch (Killed e) {
            assertThat(told).hasSize(1);
        }
        TellRecipient restarted = worker(OFFICE, telling(told));
        assertThat(restarted.tellNext())
                .as("while the killed one may still be at it")
                .isFalse();
        clock.move(Duration.ofSeconds(21));

        restarted.tellNext();

        assertThat(told).hasSize(2).containsOnly(only().id());
        assertThat(only().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(only().tries()).isEqualTo(2);
    }

    /** The note waits for the database; nobody else can know that it was told. */
    @Test
    void whatWasToldIsNotToldAgainBecauseTheDatabaseWasAwayMeanwhile() throws Exception {
        store(SomeAlert.raised());
        plan(OFFICE);
        List<UUID> told = new ArrayList<>();
        AtomicBoolean away = new AtomicBoolean(true);
        Deliveries hiccup = new Deliveries() {
            @Override
            void delivered(Handle handle, UUID id, Instant now) {
                if (away.getAndSet(false)) {
                    throw new IllegalStateException(new SQLException("the connection is gone", "08006"));
                }
                super.delivered(handle, id, now);
            }
        };
        TellRecipient worker = worker(OFFICE, telling(told), hiccup, new Notices(DigestsOnto.any()));
        assertThatThrownBy(worker::tellNext).hasRootCauseMessage("the connection is gone");
        Instant answered = clock.instant();
        clock.move(Duration.ofSeconds(21));

        assertThat(worker.tellNext()).as("whether anything is left to be told").isFalse();

        assertThat(told).hasSize(1);
        assertThat(only().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(only().deliveredAt()).isEqualTo(answered);
    }

    @Test
    void whatWasReadTooSlowlyIsNotToldUnderALeaseThatMayEndBeforeTheTry() throws Exception {
        store(SomeAlert.raised());
        plan(OFFICE);
        List<UUID> told = new ArrayList<>();
        Notices slow = new Notices(DigestsOnto.any()) {
            @Override
            Notice of(Handle handle, Delivery delivery) {
                clock.move(Duration.ofSeconds(11));
                return super.of(handle, delivery);
            }
        };

        worker(OFFICE, telling(told), deliveries, slow).tellNext();

        assertThat(told).isEmpty();
        clock.move(Duration.ofSeconds(10));
        worker(OFFICE, telling(told)).tellNext();
        assertThat(told).containsExactly(only().id());
    }

    /** Each goes on until it sees that all were told to stop; one after another none of them would in time. */
    @Test
    void workersAreStoppedTogether() throws Exception {
        store(SomeAlert.raised());
        plan(OFFICE, SAFETY);
        CountDownLatch telling = new CountDownLatch(2);
        CountDownLatch interrupted = new CountDownLatch(2);
        List<String> closedTooSoon = new CopyOnWriteArrayList<>();
        List<TellRecipient> both = List.of(
                worker(OFFICE, new EndsWithTheOthers(telling, interrupted, closedTooSoon)),
                worker(SAFETY, new EndsWithTheOthers(telling, interrupted, closedTooSoon)));
        both.forEach(TellRecipient::start);
        telling.await();

        TellRecipient.closeAll(both);

        assertThat(closedTooSoon).isEmpty();
    }

    /** A try that ends once every other one was interrupted too. */
    private record EndsWithTheOthers(
            CountDownLatch telling, CountDownLatch interrupted, List<String> closedTooSoon, AtomicBoolean ended)
            implements ToldOnly {

        EndsWithTheOthers(CountDownLatch telling, CountDownLatch interrupted, List<String> closedTooSoon) {
            this(telling, interrupted, closedTooSoon, new AtomicBoolean());
        }

        @Override
        public Outcome tell(Delivery delivery, Notice notice) throws InterruptedException {
            telling.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                interrupted.await();
                ended.set(true);
                throw e;
            }
            throw new AssertionError("not reached");
        }

        @Override
        public void close() {
            if (!ended.get()) {
                closedTooSoon.add("closed while it was at it");
            }
        }
    }

    /** What fails is said, and what waits is counted all the same. */
    @Test
    void aPlannerThatFailsIsSeen() throws Exception {
        store(SomeAlert.raised());
        plan(OFFICE);
        NotificationStatus status = new NotificationStatus(new SimpleMeterRegistry());
        AtomicBoolean fails = new AtomicBoolean(true);
        PlanDeliveries failing = new PlanDeliveries(jdbi, deliveries, recipients(OFFICE), clock) {
            @Override
            int plan() throws SQLException {
                if (fails.get()) {
                    throw new SQLException("no such table");
                }
                return super.plan();
            }
        };
        TellPeople people = new TellPeople(
                jdbi, deliveries, null, recipients(OFFICE), failing, status, config(OFFICE), null, null, clock);

        people.plan();

        HealthCheckResponse health = new NotificationHealth(status).call();
        assertThat(health.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(health.getData().orElseThrow())
                .containsEntry("waiting", 1L)
                .containsEntry("failure", "java.sql.SQLException: no such table");
        fails.set(false);
        people.plan();
        assertThat(new NotificationHealth(status).call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    }

    @Test
    void aLateNoteOfFailureDoesNotUndoWhatAnotherTryDelivered() throws Exception {
        store(SomeAlert.raised());
        plan(OFFICE);
        TellRecipient slow = worker(OFFICE, (ToldOnly) (delivery, notice) -> {
            clock.move(Duration.ofMinutes(5));
            worker(OFFICE, telling(new ArrayList<>())).tellNext();
            return new Outcome.Failed("answered 503");
        });

        slow.tellNext();

        assertThat(only().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(only().lastError()).isNull();
    }

    /** One that nobody can read must not hold back those after it. */
    @Test
    void whatCannotBeReadFailsByItselfAndTheNextIsTold() throws Exception {
        store(SomeAlert.raised());
        store(SomeAlert.raised());
        plan(OFFICE);
        List<UUID> told = new ArrayList<>();
        List<UUID> unreadable = new ArrayList<>();
        TellRecipient worker = worker(OFFICE, (ToldOnly) (delivery, notice) -> {
            if (unreadable.isEmpty()) {
                unreadable.add(delivery.id());
                throw new IllegalStateException("not readable");
            }
            told.add(delivery.id());
            return new Outcome.Delivered();
        });

        worker.tellNext();
        worker.tellNext();

        assertThat(told).hasSize(1).doesNotContainAnyElementsOf(unreadable);
        assertThat(ofState(DeliveryState.WAITING)).singleElement().satisfies(delivery -> {
            assertThat(delivery.id()).isEqualTo(unreadable.getFirst());
            assertThat(delivery.lastError()).isEqualTo("a defect of Dripline, which was logged: IllegalStateException");
        });
    }

    /** By order, not by time: the silent one answers only after the other has told everything. */
    @Test
    void aRecipientThatHangsDelaysNoOther() throws Exception {
        CountDownLatch silence = new CountDownLatch(1);
        CountDownLatch hanging = new CountDownLatch(1);
        List<UUID> told = new CopyOnWriteArrayList<>();
        worker(OFFICE, (ToldOnly) (delivery, notice) -> {
                    hanging.countDown();
                    silence.await();
                    return new Outcome.Delivered();
                })
                .start();
        worker(SAFETY, telling(told)).start();
        store(SomeAlert.raised());
        plan(OFFICE, SAFETY);
        hanging.await();

        for (int i = 0; i < 3; i++) {
            store(SomeAlert.raised());
            plan(OFFICE, SAFETY);
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(ofState(DeliveryState.DELIVERED)).hasSize(4));
        assertThat(told).hasSize(4);
        assertThat(ofState(DeliveryState.WAITING))
                .hasSize(4)
                .allSatisfy(waiting -> assertThat(waiting.recipient()).isEqualTo(OFFICE));
        silence.countDown();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(ofState(DeliveryState.DELIVERED)).hasSize(8));
    }

    @Test
    void instancesTellEachOnceAndOneAtATime() throws Exception {
        List<UUID> told = new CopyOnWriteArrayList<>();
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        for (int i = 0; i < 60; i++) {
            store(SomeAlert.raised());
        }
        plan(OFFICE);
        ToldOnly counting = (delivery, notice) -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            told.add(delivery.id());
            Thread.yield();
            atOnce.decrementAndGet();
            return new Outcome.Delivered();
        };

        for (int i = 0; i < 4; i++) {
            worker(OFFICE, counting).start();
        }

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(ofState(DeliveryState.DELIVERED)).hasSize(60));
        assertThat(told).hasSize(60).doesNotHaveDuplicates();
        assertThat(most).hasValue(1);
    }

    @Test
    void anOfficerCannotHaveTriedTwiceAtOnceWhatIsBeingTried() throws Exception {
        store(SomeAlert.raised());
        plan(OFFICE);
        List<UUID> told = new ArrayList<>();
        TellRecipient slow = worker(OFFICE, (ToldOnly) (delivery, notice) -> {
            jdbi.useHandle(handle -> deliveries.sendAgain(handle, delivery.id(), "officer", clock.instant()));
            worker(OFFICE, telling(told)).tellNext();
            return new Outcome.Delivered();
        });

        slow.tellNext();

        assertThat(told).isEmpty();
        assertThat(only().state()).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void whatWaitsForARecipientThatIsNoLongerToldIsParked() throws Exception {
        store(SomeAlert.raised());
        plan(OFFICE, SAFETY);

        jdbi.useHandle(handle ->
                deliveries.parkOthers(handle, List.of(SAFETY), clock.instant().plus(Duration.ofSeconds(1))));

        assertThat(ofState(DeliveryState.PARKED)).singleElement().satisfies(parked -> {
            assertThat(parked.recipient()).isEqualTo(OFFICE);
            assertThat(parked.lastError()).contains("not in the settings");
        });
        assertThat(jdbi.withHandle(deliveries::unsettled))
                .containsExactly(
                        new Deliveries.Unsettled(SAFETY, DeliveryState.WAITING, 1, 0),
                        new Deliveries.Unsettled(OFFICE, DeliveryState.PARKED, 1, 0));
    }

    @Test
    void aListIsReadPageByPage() throws Exception {
        for (int i = 0; i < 5; i++) {
            store(SomeAlert.raised());
        }
        plan(OFFICE);
        List<UUID> all = page().stream().map(Delivery::id).toList();

        List<UUID> read = new ArrayList<>();
        String next = null;
        do {
            UUID after = next == null ? null : UUID.fromString(next);
            NotificationPage page = NotificationPage.of(
                    jdbi.withHandle(handle ->
                            deliveries.page(handle, new NotificationQuestion(DeliveryState.WAITING, after, 2))),
                    2);
            assertThat(page.items()).hasSizeBetween(1, 2);
            page.items().forEach(delivery -> read.add(delivery.id()));
            next = page.next();
        } while (next != null);

        assertThat(read).hasSize(5).isEqualTo(all);
    }

    private int plan(String... recipients) throws SQLException {
        return new PlanDeliveries(jdbi, deliveries, recipients(recipients), clock).plan();
    }

    private static Recipients recipients(String... names) {
        return new Recipients(config(names));
    }

    private static NotificationsConfig config(String... names) {
        SmallRyeConfigBuilder config = new SmallRyeConfigBuilder().withMapping(NotificationsConfig.class);
        List<String> mail = new ArrayList<>();
        for (String name : names) {
            if (name.startsWith("mail:")) {
                mail.add(name.substring("mail:".length()));
            } else {
                String webhook = "dripline.notifications.webhooks." + name.substring("webhook:".length());
                config.withDefaultValue(webhook + ".url", "https://example.org/hook");
                config.withDefaultValue(webhook + ".secret", "a-secret-of-32-characters-or-more");
            }
        }
        config.withDefaultValue("dripline.notifications.mail.to", String.join(",", mail));
        return config.build().getConfigMapping(NotificationsConfig.class);
    }

    private TellRecipient worker(String recipient, Channel channel) {
        return worker(recipient, channel, deliveries, new Notices(DigestsOnto.any()));
    }

    private TellRecipient worker(String recipient, Channel channel, Deliveries noting, Notices notices) {
        TellRecipient worker = new TellRecipient(
                recipient,
                channel,
                jdbi,
                noting,
                notices,
                new BackOff(Duration.ofSeconds(5), Duration.ofHours(1), PATIENCE, () -> 0.5),
                Duration.ofMillis(20),
                clock,
                outcome -> {});
        workers.add(worker);
        return worker;
    }

    /** A way to a recipient of which a test says only what happens. */
    @FunctionalInterface
    private interface ToldOnly extends Channel {

        @Override
        default Duration longest() {
            return Duration.ofSeconds(10);
        }
    }

    private static ToldOnly telling(List<UUID> told) {
        return (delivery, notice) -> {
            told.add(delivery.id());
            return new Outcome.Delivered();
        };
    }

    private static ToldOnly failing(List<UUID> tried) {
        return (delivery, notice) -> {
            tried.add(delivery.id());
            return new Outcome.Failed("answered 503");
        };
    }

    /** What a kill does to a thread: nothing after it runs. */
    private static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    private static void store(Alert alert) {
        jdbi.useTransaction(handle -> SomeAlert.store(handle, alert));
    }

    private List<Delivery> page() {
        return ofState(null);
    }

    private List<Delivery> ofState(DeliveryState state) {
        return jdbi.withHandle(handle -> deliveries.page(handle, new NotificationQuestion(state, null, 200)));
    }

    private Delivery only() {
        assertThat(page()).hasSize(1);
        return page().getFirst();
    }

    private List<String> made() {
        return page().reversed().stream()
                .map(delivery ->
                        "%s %s %s".formatted(delivery.recipient(), delivery.occasion(), delivery.alertVersion()))
                .toList();
    }

    private static void migrate(String target) {
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("db/relay", "db/migration")
                .target(target)
                .load()
                .migrate();
    }

    /** Stands still until it is moved. */
    private static final class MovedClock extends Clock {

        private volatile Instant now = SomeAlert.RAISED_AT;

        void move(Duration by) {
            now = now.plus(by);
        }

        void set(Instant to) {
            now = to;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
