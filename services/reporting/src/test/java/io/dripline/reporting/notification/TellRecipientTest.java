package io.dripline.reporting.notification;

import static io.dripline.reporting.notification.DeliveryDatabase.OFFICE;
import static io.dripline.reporting.notification.DeliveryDatabase.PATIENCE;
import static io.dripline.reporting.notification.DeliveryDatabase.SAFETY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dripline.reporting.digest.DigestsOnto;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How one recipient is told: again after failures, and nothing twice. */
class TellRecipientTest {

    @RegisterExtension
    static final DeliveryDatabase database = new DeliveryDatabase();

    @Test
    void whatFailsIsTriedAgainAfterItsPauseAndByTheSameId() throws Exception {
        database.store(SomeAlert.raised());
        database.plan(OFFICE);
        List<UUID> tried = new ArrayList<>();
        TellRecipient failing = database.worker(OFFICE, ToldOnly.failing(tried));
        failing.tellNext();
        assertThat(failing.tellNext()).isFalse();
        assertThat(database.only()).satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(DeliveryState.WAITING);
            assertThat(delivery.tries()).isEqualTo(1);
            assertThat(delivery.lastError()).isEqualTo("answered 503");
            assertThat(delivery.nextTryAt())
                    .isEqualTo(database.clock().instant().plusSeconds(5));
        });
        database.clock().move(Duration.ofSeconds(5));

        boolean triedAgain = database.worker(OFFICE, ToldOnly.telling(tried)).tellNext();

        assertThat(triedAgain).isTrue();
        assertThat(tried).hasSize(2).containsOnly(database.only().id());
        assertThat(database.only()).satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(DeliveryState.DELIVERED);
            assertThat(delivery.tries()).isEqualTo(2);
            assertThat(delivery.deliveredAt()).isEqualTo(database.clock().instant());
            assertThat(delivery.nextTryAt()).isNull();
        });
    }

    @Test
    void whatFailsForADayIsParkedUntilAnOfficerSendsItAgain() throws Exception {
        database.store(SomeAlert.raised());
        database.plan(OFFICE);
        TellRecipient failing = database.worker(OFFICE, ToldOnly.failing(new ArrayList<>()));
        while (database.only().state() == DeliveryState.WAITING) {
            database.clock().set(database.only().nextTryAt());
            failing.tellNext();
        }
        int tries = database.only().tries();
        assertThat(tries).isEqualTo(33);
        assertThat(Duration.between(SomeAlert.RAISED_AT, database.clock().instant()))
                .isBetween(PATIENCE.minusHours(2), PATIENCE);
        database.clock().move(Duration.ofDays(9));
        assertThat(failing.tellNext()).isFalse();

        database.jdbi()
                .useHandle(handle -> database.deliveries()
                        .sendAgain(
                                handle,
                                database.only().id(),
                                "officer",
                                database.clock().instant()));

        assertThat(database.only()).satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(DeliveryState.WAITING);
            assertThat(delivery.retriedBy()).isEqualTo("officer");
            assertThat(delivery.retriedAt()).isEqualTo(database.clock().instant());
        });
        failing.tellNext();
        assertThat(database.only().nextTryAt())
                .isEqualTo(database.clock().instant().plusSeconds(5));
        database.clock().move(Duration.ofSeconds(5));
        database.worker(OFFICE, ToldOnly.telling(new ArrayList<>())).tellNext();
        assertThat(database.only().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(database.only().tries()).isEqualTo(tries + 2);
    }

    @Test
    void whatDiesBetweenTheAnswerAndItsNoteIsToldAgainByTheSameId() throws Exception {
        database.store(SomeAlert.raised());
        database.plan(OFFICE);
        List<UUID> told = new ArrayList<>();
        TellRecipient killed = database.worker(OFFICE, (ToldOnly) (delivery, notice) -> {
            told.add(delivery.id());
            throw new Killed();
        });
        try {
            killed.tellNext();
        } catch (Killed e) {
            assertThat(told).hasSize(1);
        }
        TellRecipient restarted = database.worker(OFFICE, ToldOnly.telling(told));
        assertThat(restarted.tellNext())
                .as("while the killed one may still be at it")
                .isFalse();
        database.clock().move(Duration.ofSeconds(21));

        restarted.tellNext();

        assertThat(told).hasSize(2).containsOnly(database.only().id());
        assertThat(database.only().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(database.only().tries()).isEqualTo(2);
    }

    /** The note waits for the database; nobody else can know that it was told. */
    @ParameterizedTest
    @CsvSource({"08006, 21", "25006, 21", "42501, 5"})
    void whatWasToldIsNotToldAgainBecauseTheDatabaseTookNoNoteMeanwhile(String state, int seconds) throws Exception {
        database.store(SomeAlert.raised());
        database.plan(OFFICE);
        List<UUID> told = new ArrayList<>();
        AtomicBoolean away = new AtomicBoolean(true);
        Deliveries hiccup = new Deliveries() {
            @Override
            void delivered(Handle handle, UUID id, Instant now) {
                if (away.getAndSet(false)) {
                    throw new IllegalStateException(new SQLException("not noted", state));
                }
                super.delivered(handle, id, now);
            }
        };
        TellRecipient worker = database.worker(
                OFFICE, ToldOnly.telling(told), hiccup, new Notices(DigestsOnto.any(), SomeAlert.SUMMARIES));
        assertThatThrownBy(worker::tellNext).hasRootCauseMessage("not noted");
        Instant answered = database.clock().instant();
        database.clock().move(Duration.ofSeconds(seconds));

        assertThat(worker.tellNext()).as("whether anything is left to be told").isFalse();

        assertThat(told).hasSize(1);
        assertThat(database.only().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(database.only().deliveredAt()).isEqualTo(answered);
    }

    /** The database is there and will never take it. */
    @Test
    void whatCanNeverBeNotedHoldsUpTheRecipientAsLongAsTheLeaseOnly() throws Exception {
        database.store(SomeAlert.raised());
        database.plan(OFFICE);
        List<UUID> told = new ArrayList<>();
        AtomicBoolean refusing = new AtomicBoolean(true);
        Deliveries refused = new Deliveries() {
            @Override
            void delivered(Handle handle, UUID id, Instant now) {
                if (refusing.get()) {
                    throw new IllegalStateException(new SQLException("refused", "42501"));
                }
                super.delivered(handle, id, now);
            }
        };
        TellRecipient worker = database.worker(
                OFFICE, ToldOnly.telling(told), refused, new Notices(DigestsOnto.any(), SomeAlert.SUMMARIES));
        assertThatThrownBy(worker::tellNext).hasRootCauseMessage("refused");
        assertThatThrownBy(worker::tellNext).hasRootCauseMessage("refused");
        database.clock().move(Duration.ofSeconds(21));
        assertThatThrownBy(worker::tellNext).hasRootCauseMessage("refused");
        assertThat(told).hasSize(1);
        refusing.set(false);

        assertThat(worker.tellNext()).isTrue();

        assertThat(told).hasSize(2).containsOnly(database.only().id());
        assertThat(database.only().state()).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void whatWasReadTooSlowlyIsNotToldUnderALeaseThatMayEndBeforeTheTry() throws Exception {
        database.store(SomeAlert.raised());
        database.plan(OFFICE);
        List<UUID> told = new ArrayList<>();
        Notices slow = new Notices(DigestsOnto.any(), SomeAlert.SUMMARIES) {
            @Override
            Notice of(Handle handle, Delivery delivery) {
                database.clock().move(Duration.ofSeconds(11));
                return super.of(handle, delivery);
            }
        };

        database.worker(OFFICE, ToldOnly.telling(told), database.deliveries(), slow)
                .tellNext();

        assertThat(told).isEmpty();
        database.clock().move(Duration.ofSeconds(10));
        database.worker(OFFICE, ToldOnly.telling(told)).tellNext();
        assertThat(told).containsExactly(database.only().id());
    }

    /** Each goes on until it sees that all were told to stop; one after another none of them would in time. */
    @Test
    void workersAreStoppedTogether() throws Exception {
        database.store(SomeAlert.raised());
        database.plan(OFFICE, SAFETY);
        CountDownLatch telling = new CountDownLatch(2);
        CountDownLatch interrupted = new CountDownLatch(2);
        List<String> closedTooSoon = new CopyOnWriteArrayList<>();
        List<TellRecipient> both = List.of(
                database.worker(OFFICE, new EndsWithTheOthers(telling, interrupted, closedTooSoon)),
                database.worker(SAFETY, new EndsWithTheOthers(telling, interrupted, closedTooSoon)));
        both.forEach(TellRecipient::start);
        telling.await();

        TellRecipient.closeAll(both);

        assertThat(closedTooSoon).isEmpty();
    }

    @Test
    void aLateNoteOfFailureDoesNotUndoWhatAnotherTryDelivered() throws Exception {
        database.store(SomeAlert.raised());
        database.plan(OFFICE);
        TellRecipient slow = database.worker(OFFICE, (ToldOnly) (delivery, notice) -> {
            database.clock().move(Duration.ofMinutes(5));
            database.worker(OFFICE, ToldOnly.telling(new ArrayList<>())).tellNext();
            return new Outcome.Failed("answered 503");
        });

        slow.tellNext();

        assertThat(database.only().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(database.only().lastError()).isNull();
    }

    /** One that nobody can read must not hold back those after it. */
    @Test
    void whatCannotBeReadFailsByItselfAndTheNextIsTold() throws Exception {
        database.store(SomeAlert.raised());
        database.store(SomeAlert.raised());
        database.plan(OFFICE);
        List<UUID> told = new ArrayList<>();
        List<UUID> unreadable = new ArrayList<>();
        TellRecipient worker = database.worker(OFFICE, (ToldOnly) (delivery, notice) -> {
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
        assertThat(database.ofState(DeliveryState.WAITING)).singleElement().satisfies(delivery -> {
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
        database.worker(OFFICE, (ToldOnly) (delivery, notice) -> {
                    hanging.countDown();
                    silence.await();
                    return new Outcome.Delivered();
                })
                .start();
        database.worker(SAFETY, ToldOnly.telling(told)).start();
        database.store(SomeAlert.raised());
        database.plan(OFFICE, SAFETY);
        hanging.await();

        for (int i = 0; i < 3; i++) {
            database.store(SomeAlert.raised());
            database.plan(OFFICE, SAFETY);
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(database.ofState(DeliveryState.DELIVERED)).hasSize(4));
        assertThat(told).hasSize(4);
        assertThat(database.ofState(DeliveryState.WAITING))
                .hasSize(4)
                .allSatisfy(waiting -> assertThat(waiting.recipient()).isEqualTo(OFFICE));
        silence.countDown();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(database.ofState(DeliveryState.DELIVERED)).hasSize(8));
    }

    @Test
    void instancesTellEachOnceAndOneAtATime() throws Exception {
        List<UUID> told = new CopyOnWriteArrayList<>();
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        for (int i = 0; i < 60; i++) {
            database.store(SomeAlert.raised());
        }
        database.plan(OFFICE);
        ToldOnly counting = (delivery, notice) -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            told.add(delivery.id());
            Thread.yield();
            atOnce.decrementAndGet();
            return new Outcome.Delivered();
        };

        for (int i = 0; i < 4; i++) {
            database.worker(OFFICE, counting).start();
        }

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(database.ofState(DeliveryState.DELIVERED)).hasSize(60));
        assertThat(told).hasSize(60).doesNotHaveDuplicates();
        assertThat(most).hasValue(1);
    }

    @Test
    void anOfficerCannotHaveTriedTwiceAtOnceWhatIsBeingTried() throws Exception {
        database.store(SomeAlert.raised());
        database.plan(OFFICE);
        List<UUID> told = new ArrayList<>();
        TellRecipient slow = database.worker(OFFICE, (ToldOnly) (delivery, notice) -> {
            database.jdbi()
                    .useHandle(handle -> database.deliveries()
                            .sendAgain(
                                    handle,
                                    delivery.id(),
                                    "officer",
                                    database.clock().instant()));
            database.worker(OFFICE, ToldOnly.telling(told)).tellNext();
            return new Outcome.Delivered();
        });

        slow.tellNext();

        assertThat(told).isEmpty();
        assertThat(database.only().state()).isEqualTo(DeliveryState.DELIVERED);
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

    /** What a kill does to a thread: nothing after it runs. */
    private static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }
}
