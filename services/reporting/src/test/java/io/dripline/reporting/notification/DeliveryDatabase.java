package io.dripline.reporting.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.alert.Alert;
import io.dripline.reporting.database.DatabaseOnto;
import io.dripline.reporting.digest.DigestsOnto;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A database with deliveries, and a clock that stands still, for tests without the service; each test begins with nothing to be told. */
final class DeliveryDatabase implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    static final String OFFICE = "webhook:office";
    static final String SAFETY = "mail:safety@example.org";
    static final Duration PATIENCE = Duration.ofHours(24);

    private final Deliveries deliveries = new Deliveries();
    private final List<TellRecipient> workers = new ArrayList<>();
    private MovedClock clock = new MovedClock();
    private EmbeddedPostgres postgres;
    private Jdbi jdbi;
    private int madeAtFirst;

    /** One alert was there before people could be told. */
    @Override
    public void beforeAll(ExtensionContext context) throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder().start();
        jdbi = DatabaseOnto.dataSource(postgres.getPostgresDatabase());
        migrate("9?");
        store(SomeAlert.raised());
        migrate("10");
        madeAtFirst = plan(OFFICE);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws SQLException {
        clock = new MovedClock();
        plan();
        jdbi.useHandle(handle -> handle.execute("delete from delivery"));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        workers.forEach(TellRecipient::close);
        workers.clear();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        postgres.close();
    }

    /** How many deliveries were made when they were first planned. */
    int madeAtFirst() {
        return madeAtFirst;
    }

    Jdbi jdbi() {
        return jdbi;
    }

    Deliveries deliveries() {
        return deliveries;
    }

    MovedClock clock() {
        return clock;
    }

    int plan(String... recipients) throws SQLException {
        return new PlanDeliveries(jdbi, deliveries, recipients(recipients), clock).plan();
    }

    Recipients recipients(String... names) {
        return new Recipients(config(names));
    }

    NotificationsConfig config(String... names) {
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

    TellRecipient worker(String recipient, Channel channel) {
        return worker(recipient, channel, deliveries, new Notices(DigestsOnto.any(), SomeAlert.SUMMARIES));
    }

    TellRecipient worker(String recipient, Channel channel, Deliveries noting, Notices notices) {
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

    void store(Alert alert) {
        jdbi.useTransaction(handle -> SomeAlert.store(handle, alert));
    }

    List<Delivery> page() {
        return ofState(null);
    }

    List<Delivery> ofState(DeliveryState state) {
        return jdbi.withHandle(handle -> deliveries.page(handle, new NotificationQuestion(state, null, 200)));
    }

    Delivery only() {
        assertThat(page()).hasSize(1);
        return page().getFirst();
    }

    List<String> made() {
        return page().reversed().stream()
                .map(delivery ->
                        "%s %s %s".formatted(delivery.recipient(), delivery.occasion(), delivery.alertVersion()))
                .toList();
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("db/relay", "db/migration")
                .target(target)
                .load()
                .migrate();
    }

    /** Stands still until it is moved. */
    static final class MovedClock extends Clock {

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
