package io.dripline.reporting.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.reporting.notification.Recipient.Mailbox;
import io.dripline.reporting.notification.Recipient.Webhook;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Starts a worker for each recipient, and one that makes their deliveries, beside everything else that runs. */
@ApplicationScoped
class TellPeople {

    private static final Logger LOG = Logger.getLogger(TellPeople.class);

    private final Jdbi jdbi;
    private final Deliveries deliveries;
    private final Notices notices;
    private final Recipients recipients;
    private final PlanDeliveries planDeliveries;
    private final NotificationStatus status;
    private final NotificationsConfig config;
    private final OpenMailers mailers;
    private final ObjectMapper json;
    private final Clock clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<TellRecipient> workers = new ArrayList<>();
    private final Thread planner =
            Thread.ofPlatform().daemon().name("plan-deliveries").unstarted(this::run);

    TellPeople(
            Jdbi jdbi,
            Deliveries deliveries,
            Notices notices,
            Recipients recipients,
            PlanDeliveries planDeliveries,
            NotificationStatus status,
            NotificationsConfig config,
            OpenMailers mailers,
            ObjectMapper json,
            Clock clock) {
        this.jdbi = jdbi;
        this.deliveries = deliveries;
        this.notices = notices;
        this.recipients = recipients;
        this.planDeliveries = planDeliveries;
        this.status = status;
        this.config = config;
        this.mailers = mailers;
        this.json = json;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        BackOff backOff = new BackOff(
                config.firstPause(),
                config.longestPause(),
                config.patience(),
                () -> ThreadLocalRandom.current().nextDouble());
        for (Recipient recipient : recipients.all()) {
            workers.add(new TellRecipient(
                    recipient.name(),
                    channelTo(recipient),
                    jdbi,
                    deliveries,
                    notices,
                    backOff,
                    config.poll(),
                    clock,
                    outcome -> status.tried(recipient, outcome)));
        }
        if (workers.isEmpty()) {
            LOG.info("Nobody is told of alerts by mail or webhook: dripline.notifications names no recipient");
        } else {
            LOG.infof("Told of alerts: %s", String.join(", ", recipients.names()));
        }
        planner.start();
        workers.forEach(TellRecipient::start);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        closing.countDown();
        TellRecipient.closeAll(workers);
        if (planner.isAlive()) {
            planner.join(Duration.ofSeconds(2));
        }
    }

    private Channel channelTo(Recipient recipient) {
        return switch (recipient) {
            case Mailbox mailbox -> new SendMail(mailbox, mailers::open, config.mailTimeout());
            case Webhook webhook ->
                new PostWebhook(webhook, config.connectTimeout(), config.webhookTimeout(), json, clock);
        };
    }

    private void run() {
        do {
            plan();
        } while (!pausedUntilClosed());
    }

    /** Makes deliveries, parks and counts them; what fails of it keeps nothing else from being done. */
    void plan() {
        String failure = failure(planDeliveries::plan);
        failure = or(failure, failure(this::parkOthers));
        failure = or(failure, failure(() -> status.unsettled(jdbi.withHandle(deliveries::unsettled))));
        if (closing.getCount() > 0) {
            status.planned(failure);
        }
    }

    private void parkOthers() {
        jdbi.useTransaction(handle -> deliveries.parkOthers(
                handle, recipients.names(), clock.instant().minus(config.patience())));
    }

    @FunctionalInterface
    private interface Step {
        void take() throws Exception;
    }

    private @Nullable String failure(Step step) {
        try {
            step.take();
            return null;
        } catch (Exception | OutOfMemoryError e) {
            if (status.failure() == null && closing.getCount() > 0) {
                LOG.warn("Deliveries are not made; it goes on by itself", e);
            }
            return e.toString();
        }
    }

    private static @Nullable String or(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }

    private boolean pausedUntilClosed() {
        try {
            return closing.await(config.poll().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
