package io.dripline.reporting.superseding;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.Superseded;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.reporting.alert.Alerts;
import io.dripline.reporting.alert.Judgement;
import io.dripline.reporting.alert.Judgements;
import io.dripline.reporting.alert.SupersedeAlert;
import io.dripline.reporting.incidence.IncidenceConfig;
import io.dripline.reporting.monitor.Monitor;
import io.dripline.reporting.monitor.Monitors;
import io.dripline.reporting.past.PastAwayException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every standing alert again whose monitor was judged anew, and supersedes it if the sessions that it was raised
 * on, in their current versions and codings, no longer reach its threshold. Works in a thread of its own, so nothing waits
 * for it, however long classification takes or is away.
 */
@ApplicationScoped
class SupersedeAlerts {

    private static final Logger LOG = Logger.getLogger(SupersedeAlerts.class);
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(30);

    private final Jdbi jdbi;
    private final Alerts alerts;
    private final Judgements judgements;
    private final Monitors monitors;
    private final Crossings crossings;
    private final CountCrossing countCrossing;
    private final SupersedeAlert supersedeAlert;
    private final SupersedingConfig config;
    private final IncidenceConfig incidence;
    private final Clock clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("supersede-alerts").unstarted(this::run);

    /** When each was looked at, and as of when it was counted; empty after a start, so that all are. */
    private final Map<UUID, Looked> looked = new HashMap<>();

    /** Alerts of which nothing that is stored tells what they were raised on, and how often that was looked for. */
    private final Map<UUID, Integer> untold = new HashMap<>();

    private int failures;
    private volatile Status status = new Status(null, 0, 0);

    /**
     * @param judgedAt when its monitor had been judged last
     * @param countedAsOf null where it was not known what to count
     */
    private record Looked(
            Instant at, Instant judgedAt, @Nullable Instant countedAsOf) {}

    /**
     * How it is going.
     *
     * @param failure why the last look could not be taken; null if it was
     * @param standing alerts that stand
     * @param untold of those, how many cannot be looked at, because nothing that is stored tells what they were raised on
     */
    record Status(@Nullable String failure, int standing, int untold) {}

    /** An alert that stands, with what is known about it. */
    private record Standing(
            Alert alert,
            @Nullable IsoWeek startWeek,
            Judgement judged,
            @Nullable Crossing crossing) {}

    SupersedeAlerts(
            Jdbi jdbi,
            Alerts alerts,
            Judgements judgements,
            Monitors monitors,
            Crossings crossings,
            CountCrossing countCrossing,
            SupersedeAlert supersedeAlert,
            SupersedingConfig config,
            IncidenceConfig incidence,
            Clock clock) {
        this.jdbi = jdbi;
        this.alerts = alerts;
        this.judgements = judgements;
        this.monitors = monitors;
        this.crossings = crossings;
        this.countCrossing = countCrossing;
        this.supersedeAlert = supersedeAlert;
        this.config = config;
        this.incidence = incidence;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (incidence.enabled()) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        closing.countDown();
        if (thread.isAlive()) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(2));
        }
    }

    Status status() {
        return status;
    }

    private void run() {
        while (!closedWithin(config.pauseAfter(failures))) {
            try {
                lookAtAll();
                failures = 0;
            } catch (PastAwayException e) {
                fail(e, String.valueOf(e.getMessage()));
            } catch (RuntimeException e) {
                fail(e, e.toString());
            }
        }
    }

    void lookAtAll() {
        List<Standing> standing = jdbi.inTransaction(this::standing);
        looked.keySet().retainAll(standing.stream().map(one -> one.alert().id()).toList());
        untold.keySet().retainAll(standing.stream().map(one -> one.alert().id()).toList());
        status = new Status(status.failure(), standing.size(), untold.size());
        RuntimeException defect = null;
        PastAwayException away = null;
        for (Standing one : standing) {
            try {
                look(one);
            } catch (PastAwayException e) {
                if (e.isRefusal()) {
                    defect = e;
                    continue;
                }
                // One question may have failed alone; a second one tells that the others would wait in vain, too.
                if (away != null || closing.getCount() == 0) {
                    throw e;
                }
                away = e;
            } catch (RuntimeException e) {
                // One alert must not keep the others from being looked at.
                defect = e;
            }
        }
        if (defect != null) {
            throw defect;
        }
        if (away != null) {
            throw away;
        }
        status = new Status(null, standing.size(), untold.size());
    }

    private List<Standing> standing(Handle handle) {
        List<Alert> standing = alerts.standing(handle);
        Map<String, Monitor> made = monitors.all(handle).stream().collect(Collectors.toMap(Monitor::id, one -> one));
        Map<String, Judgement> judged =
                judgements.of(handle, standing.stream().map(Alert::monitor).toList());
        Map<UUID, Crossing> found = crossings.all(handle);
        List<Standing> all = new ArrayList<>();
        for (Alert alert : standing) {
            Monitor monitor = made.get(alert.monitor());
            IsoWeek startWeek = monitor == null ? null : monitor.startWeek();
            Judgement last = judged.getOrDefault(alert.monitor(), Judgement.none(alert.monitor()));
            all.add(new Standing(alert, startWeek, last, found.get(alert.id())));
        }
        return all;
    }

    private void look(Standing one) {
        UUID id = one.alert().id();
        Looked before = looked.get(id);
        if (before != null && !isDue(one, before)) {
            return;
        }
        Instant at = clock.instant();
        Crossing crossing = one.crossing() == null ? find(one, at) : one.crossing();
        if (crossing == null) {
            looked.put(id, new Looked(at, one.judged().judgedAt(), null));
            return;
        }
        Instant countedAsOf = before == null ? null : before.countedAsOf();
        var counted = countCrossing.now(one.alert(), one.startWeek(), crossing, countedAsOf);
        if (counted.isPresent() && !counted.get().corrected().reachesThresholdOf(one.alert())) {
            if (isBehind(one)) {
                // Superseded now, it would be raised again on what is not corrected here yet. The next look counts
                // anew.
                return;
            }
            Corrected corrected = counted.get().corrected();
            supersedeAlert.supersede(id, new Superseded(corrected.exposed(), corrected.affected(), corrected.lnE()));
        }
        // That nothing was coded since is as good as a count of now, but for what the two clocks may differ.
        Instant unchanged = at.minus(CLOCKS_DIFFER);
        Instant known = countedAsOf == null || unchanged.isAfter(countedAsOf) ? unchanged : countedAsOf;
        Instant asOf = counted.map(CountCrossing.Count::asOf).orElse(known);
        looked.put(id, new Looked(at, one.judged().judgedAt(), asOf));
    }

    /**
     * Whether its monitor was judged since; where it was not found what it was raised on, whether clocks might still have been behind
     * it then. What was stored by a past time stays so: later looks, of many counts each, would find nothing else.
     */
    private boolean isDue(Standing one, Looked before) {
        Integer tries = untold.get(one.alert().id());
        if (tries == null) {
            return !one.judged().judgedAt().equals(before.judgedAt());
        }
        return CountCrossing.isTooSoon(one.alert(), before.at())
                && !clock.instant().isBefore(before.at().plus(config.pauseAfter(tries)));
    }

    private @Nullable Crossing find(Standing one, Instant at) {
        UUID id = one.alert().id();
        Optional<Crossing> found = countCrossing.find(one.alert(), one.startWeek(), at);
        if (found.isEmpty()) {
            if (untold.merge(id, 1, Integer::sum) == 1) {
                LOG.warnf(
                        "Alert %s stands whatever is corrected: nothing that is stored as of %s reaches its threshold",
                        id, one.alert().raisedAt());
            }
            return null;
        }
        untold.remove(id);
        // Known now, it is due only once it is judged: until it is counted nothing was looked at.
        looked.remove(id);
        jdbi.useHandle(handle -> crossings.keep(handle, id, found.get()));
        return found.get();
    }

    /** Whether what was judged here says another thing than what is stored: corrections are still on their way down the line. */
    private boolean isBehind(Standing one) {
        boolean shown = Corrected.of(one.alert(), one.judged().weeks()).reachesThresholdOf(one.alert());
        return shown != countCrossing.all(one.alert(), one.startWeek()).reachesThresholdOf(one.alert());
    }

    private void fail(RuntimeException e, String reason) {
        if (closing.getCount() == 0) {
            return;
        }
        failures++;
        status = new Status(reason, status.standing(), status.untold());
        if (failures == 1) {
            LOG.warn("Some or all alerts are not looked at again; they will be, and stand meanwhile", e);
        } else {
            LOG.warnf("Some or all alerts are still not looked at again, attempt %d: %s", failures, reason);
        }
    }

    private boolean closedWithin(Duration pause) {
        try {
            return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
