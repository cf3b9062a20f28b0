package io.dripline.reporting.notification;

import static io.dripline.reporting.notification.DeliveryDatabase.OFFICE;
import static io.dripline.reporting.notification.DeliveryDatabase.SAFETY;
import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertState;
import io.dripline.contracts.alert.Promise;
import io.dripline.relay.Position;
import io.dripline.reporting.digest.DigestsOnto;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which deliveries are made of what was committed, and that each is made once. */
class PlanDeliveriesTest {

    @RegisterExtension
    static final DeliveryDatabase database = new DeliveryDatabase();

    @Test
    void whatWasThereBeforeIsNotTold() {
        assertThat(database.madeAtFirst()).isZero();
    }

    @Test
    void eachVersionThatMattersIsADeliveryToEachRecipient() throws SQLException {
        UUID id = UUID.randomUUID();
        database.store(SomeAlert.version(id, 1, AlertState.RAISED, Promise.PROVISIONAL));
        database.store(SomeAlert.version(id, 2, AlertState.ACKNOWLEDGED, Promise.PROVISIONAL));
        database.store(SomeAlert.version(id, 3, AlertState.ACKNOWLEDGED, Promise.HOLDS));
        database.store(SomeAlert.version(id, 4, AlertState.CLOSED, Promise.HOLDS));

        database.plan(OFFICE, SAFETY);

        assertThat(database.made())
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
        Position before = database.jdbi().withHandle(database.deliveries()::position);
        database.store(SomeAlert.raised());
        database.plan(OFFICE);
        database.worker(OFFICE, ToldOnly.telling(new ArrayList<>())).tellNext();
        database.jdbi().useHandle(handle -> database.deliveries().move(handle, before));

        int madeAgain = database.plan(OFFICE);

        assertThat(madeAgain).isZero();
        assertThat(database.made()).hasSize(1);
        assertThat(database.worker(OFFICE, ToldOnly.telling(new ArrayList<>())).tellNext())
                .isFalse();
    }

    /** By its number alone the first would be passed over. */
    @Test
    void aVersionThatCommitsLateIsNotSkipped() throws SQLException {
        Alert slow = SomeAlert.raised();
        Alert fast = SomeAlert.raised();
        try (Handle late = database.jdbi().open()) {
            late.begin();
            SomeAlert.store(late, slow);
            database.store(fast);
            database.plan(OFFICE);
            late.commit();
        }

        database.plan(OFFICE);

        assertThat(database.page().stream().map(Delivery::alert)).containsExactlyInAnyOrder(slow.id(), fast.id());
    }

    @Test
    void instancesThatPlanTogetherMakeEachOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            database.store(SomeAlert.raised());
        }
        List<Thread> instances = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            instances.add(Thread.ofVirtual().start(() -> {
                try {
                    database.plan(OFFICE);
                } catch (SQLException e) {
                    throw new AssertionError(e);
                }
            }));
        }
        for (Thread instance : instances) {
            instance.join();
        }

        assertThat(database.made()).hasSize(20).containsOnly(OFFICE + " RAISED 1");
    }

    @Test
    void aDigestIsOneDeliveryToEachRecipient() throws SQLException {
        LocalDate day = LocalDate.of(2026, 11, 22);
        database.jdbi().useHandle(handle -> DigestsOnto.add(handle, day));

        database.plan(OFFICE);
        database.plan(OFFICE, SAFETY);

        assertThat(database.page()).singleElement().satisfies(delivery -> {
            assertThat(delivery.occasion()).isEqualTo(Occasion.DIGEST);
            assertThat(delivery.digest()).isEqualTo(day);
        });
    }

    /** What fails is said, and what waits is counted all the same. */
    @Test
    void aPlannerThatFailsIsSeen() throws Exception {
        database.store(SomeAlert.raised());
        database.plan(OFFICE);
        NotificationStatus status = new NotificationStatus(new SimpleMeterRegistry());
        AtomicBoolean fails = new AtomicBoolean(true);
        PlanDeliveries failing =
                new PlanDeliveries(
                        database.jdbi(), database.deliveries(), database.recipients(OFFICE), database.clock()) {
                    @Override
                    int plan() throws SQLException {
                        if (fails.get()) {
                            throw new SQLException("no such table");
                        }
                        return super.plan();
                    }
                };
        TellPeople people = new TellPeople(
                database.jdbi(),
                database.deliveries(),
                null,
                database.recipients(OFFICE),
                failing,
                status,
                database.config(OFFICE),
                null,
                null,
                database.clock());

        people.plan();

        HealthCheckResponse health = new NotificationHealth(status).call();
        assertThat(health.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(health.getData().orElseThrow())
                .containsEntry("waiting", 1L)
                .containsEntry("failure", "deliveries are not made, which is tried again; the log says why");
        fails.set(false);
        people.plan();
        assertThat(new NotificationHealth(status).call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    }
}
