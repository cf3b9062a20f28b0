package io.dripline.reporting.stream;

import io.dripline.reporting.alert.AlertSummary;
import io.dripline.reporting.alert.MonitorsJudged;
import io.dripline.reporting.stream.RenderChanges.Rendered;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells every subscriber of this instance what changed after each judgement. Judging never waits for subscribers:
 * changes are collected and told by one thread, which alone touches the log, what was told, and the subscribers, so
 * nobody misses or doubles an event.
 */
@ApplicationScoped
class TellSubscribers {

    private static final Logger LOG = Logger.getLogger(TellSubscribers.class);

    /** What is computed takes some milliseconds each. */
    private static final Duration UNTIL_COMPUTED = Duration.ofSeconds(1);

    private final RenderChanges render;
    private final StreamConfig config;
    private final ChangeLog log;
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("tell-subscribers").factory());
    private final Map<MultiEmitter<? super List<StreamEvent>>, Viewer> subscribers = new HashMap<>();
    private final Map<UUID, Integer> toldVersions = new HashMap<>();
    private @Nullable MonitorsJudged waiting;
    private int failures;

    /** Monitors whose comparisons were told without what was still being computed. */
    private final Set<String> incomplete = new HashSet<>();

    private boolean isToTellComputed;

    private record Viewer(@Nullable String onlyClinic) {

        boolean sees(Change change) {
            return change.audience().includes(onlyClinic);
        }
    }

    TellSubscribers(RenderChanges render, StreamConfig config, MeterRegistry registry) {
        this.render = render;
        this.config = config;
        this.log = new ChangeLog(Long.toString(Instant.now().toEpochMilli(), Character.MAX_RADIX), config.replay());
        Gauge.builder("dripline.stream.subscribers", subscribers, Map::size)
                .description("open subscriptions to the stream")
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        long beat = config.heartbeat().toMillis();
        var _ = teller.scheduleAtFixedRate(this::heartbeat, beat, beat, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        teller.shutdownNow();
    }

    /**
     * The changes after {@code lastId}; before them the full state, if the id is not known any more or none was given.
     *
     * @param onlyClinic the one clinic that the subscriber may see, null for one who sees every clinic
     */
    Multi<StreamEvent> subscribe(@Nullable String onlyClinic, @Nullable String lastId) {
        return Multi.createFrom()
                .<List<StreamEvent>>emitter(
                        emitter -> teller.execute(() -> open(emitter, new Viewer(onlyClinic), lastId)), config.behind())
                .onItem()
                .<StreamEvent>disjoint();
    }

    /** Collects what changed, to be told soon. Returns at once. */
    void changed(MonitorsJudged judged) {
        synchronized (this) {
            if (waiting != null) {
                waiting = waiting.and(judged);
                return;
            }
            waiting = judged;
        }
        tellAfter(config.interval());
    }

    /** Tells again, and alone, what was told without what was still being computed; an alert that comes meanwhile does not wait. */
    private void tellOnceComputed(Set<String> monitors) {
        incomplete.addAll(monitors);
        if (!incomplete.isEmpty() && !isToTellComputed) {
            isToTellComputed = true;
            var _ = teller.schedule(this::tellComputed, UNTIL_COMPUTED.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void tellComputed() {
        isToTellComputed = false;
        try {
            Rendered rendered = render.computed(Set.copyOf(incomplete));
            incomplete.clear();
            broadcast(rendered.changes().stream().map(log::add).toList());
            tellOnceComputed(rendered.incomplete());
        } catch (RuntimeException e) {
            LOG.debugf("What was computed could not be told, and will be: %s", e);
            tellOnceComputed(Set.of());
        }
    }

    private void tellAfter(Duration pause) {
        var _ = teller.schedule(this::tell, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tell() {
        MonitorsJudged judged;
        synchronized (this) {
            judged = waiting;
            waiting = null;
        }
        if (judged == null) {
            return;
        }
        try {
            // An alert does not wait until the comparisons of its change are read.
            List<AlertSummary> alerts = alertsNotTold();
            List<Change> raised = alerts.stream().map(render::of).toList();
            broadcast(raised.stream().map(log::add).toList());
            alerts.forEach(alert -> toldVersions.put(alert.id(), alert.version()));
            Rendered rendered = render.of(judged::touches);
            broadcast(rendered.changes().stream().map(log::add).toList());
            failures = 0;
            tellOnceComputed(rendered.incomplete());
        } catch (RuntimeException e) {
            tellLater(judged, e);
        }
    }

    private void tellLater(MonitorsJudged judged, RuntimeException e) {
        synchronized (this) {
            waiting = waiting == null ? judged : judged.and(waiting);
        }
        failures++;
        Duration pause = config.pauseAfter(failures);
        if (failures == 1) {
            LOG.warn("Changes could not be told; they are told as soon as they can be read", e);
        } else {
            LOG.warnf("Changes could still not be told, attempt %d, the next in %s: %s", failures, pause, e);
        }
        tellAfter(pause);
    }

    /** Those that this instance has not told as they are now, the oldest first. */
    private List<AlertSummary> alertsNotTold() {
        return render.alerts().stream()
                .filter(alert -> alert.version() > toldVersions.getOrDefault(alert.id(), 0))
                .toList();
    }

    private void open(MultiEmitter<? super List<StreamEvent>> emitter, Viewer viewer, @Nullable String lastId) {
        try {
            emit(emitter, viewer, log.after(lastId).orElseGet(this::openingState));
            emitter.emit(List.of(StreamEvent.HEARTBEAT));
            emitter.onTermination(() -> teller.execute(() -> subscribers.remove(emitter)));
            subscribers.put(emitter, viewer);
        } catch (RuntimeException e) {
            LOG.warnf("A subscription could not be opened: %s", e);
            emitter.fail(e);
        }
    }

    /** Who goes on from its last event, which everybody sees, lacks nothing; from any before, the full state comes again. */
    private List<StreamEvent> openingState() {
        Rendered rendered = render.of(clinic -> true);
        List<Change> state = new ArrayList<>(rendered.changes());
        render.alerts().forEach(alert -> state.add(render.of(alert)));
        List<StreamEvent> events = new ArrayList<>();
        state.forEach(change -> events.add(new StreamEvent(log.opening(events.size() + 1), change)));
        events.add(new StreamEvent(log.latest(), null));
        tellOnceComputed(rendered.incomplete());
        return events;
    }

    private void broadcast(List<StreamEvent> events) {
        subscribers.forEach((emitter, viewer) -> emit(emitter, viewer, events));
    }

    private void heartbeat() {
        subscribers.keySet().forEach(emitter -> emitter.emit(List.of(StreamEvent.HEARTBEAT)));
    }

    private static void emit(MultiEmitter<? super List<StreamEvent>> emitter, Viewer viewer, List<StreamEvent> events) {
        List<StreamEvent> visible = events.stream()
                .filter(event -> event.change() == null || viewer.sees(event.change()))
                .toList();
        if (!visible.isEmpty()) {
            emitter.emit(visible);
        }
    }
}
