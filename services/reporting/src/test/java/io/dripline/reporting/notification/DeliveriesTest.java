package io.dripline.reporting.notification;

import static io.dripline.reporting.notification.DeliveryDatabase.OFFICE;
import static io.dripline.reporting.notification.DeliveryDatabase.SAFETY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What waits and what is parked, as people see it. */
class DeliveriesTest {

    @RegisterExtension
    static final DeliveryDatabase database = new DeliveryDatabase();

    @Test
    void whatWaitsForARecipientThatIsNoLongerToldIsParked() throws Exception {
        database.store(SomeAlert.raised());
        database.plan(OFFICE, SAFETY);

        database.jdbi()
                .useHandle(handle -> database.deliveries()
                        .parkOthers(
                                handle,
                                List.of(SAFETY),
                                database.clock().instant().plus(Duration.ofSeconds(1))));

        assertThat(database.ofState(DeliveryState.PARKED)).singleElement().satisfies(parked -> {
            assertThat(parked.recipient()).isEqualTo(OFFICE);
            assertThat(parked.lastError()).contains("not in the settings");
        });
        assertThat(database.jdbi().withHandle(database.deliveries()::unsettled))
                .containsExactly(
                        new Deliveries.Unsettled(SAFETY, DeliveryState.WAITING, 1, 0),
                        new Deliveries.Unsettled(OFFICE, DeliveryState.PARKED, 1, 0));
    }

    @Test
    void aListIsReadPageByPage() throws Exception {
        for (int i = 0; i < 5; i++) {
            database.store(SomeAlert.raised());
        }
        database.plan(OFFICE);
        List<UUID> all = database.page().stream().map(Delivery::id).toList();

        List<UUID> read = new ArrayList<>();
        String next = null;
        do {
            UUID after = next == null ? null : UUID.fromString(next);
            NotificationPage page = NotificationPage.of(
                    database.jdbi()
                            .withHandle(handle -> database.deliveries()
                                    .page(handle, new NotificationQuestion(DeliveryState.WAITING, after, 2))),
                    2);
            assertThat(page.items()).hasSizeBetween(1, 2);
            page.items().forEach(delivery -> read.add(delivery.id()));
            next = page.next();
        } while (next != null);

        assertThat(read).hasSize(5).isEqualTo(all);
    }
}
