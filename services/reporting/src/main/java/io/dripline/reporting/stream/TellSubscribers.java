package io.dripline.reporting.stream;

import io.dripline.reporting.alert.AlertSummary;
import io.dripline.reporting.alert.MonitorsJudged;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells every subscriber what changed after each judgement. Judging never waits for subscribers: changes are collected
 * and told by one thread, which alone touches the log and the subscribers, so nobody misses or doubles an event.
 */
@ApplicationScoped
class TellSubscribers {

    private static final Logger LOG = Logger.getLogger(TellSubscribers.class);

    private final RenderChanges render;
    private final StreamConfig config;
    private final ChangeLog log;
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("tell-subscribers").factory());
    private final Map<MultiEmitter<? super List<StreamEvent>>, Viewer> subscribers = new HashMap<>();
    private @Nullable MonitorsJudged waiting;

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

    void changed(@Observes MonitorsJudged judged) {
        synchronized (this) {
            if (waiting != null) {
                waiting = merge(waiting, judged);
                return;
            }
            waiting = judged;
        }
        var _ = teller.schedule(this::tell, config.interval().toMillis(), TimeUnit.MILLISECONDS);
    }

    private static MonitorsJudged merge(MonitorsJudged earlier, MonitorsJudged later) {
        Set<String> clinics = new LinkedHashSet<>(earlier.clinics());
        clinics.addAll(later.clinics());
        var raised = new ArrayList<>(earlier.raised());
        raised.addAll(later.raised());
        return new MonitorsJudged(earlier.everything() || later.everything(), clinics, raised);
    }

    private synchronized @Nullable MonitorsJudged takeWaiting() {
        MonitorsJudged taken = waiting;
        waiting = null;
        return taken;
    }

    private void tell() {
        MonitorsJudged judged = takeWaiting();
        if (judged == null) {
            return;
        }
        try {
            Predicate<String> clinics =
                    clinic -> judged.everything() || judged.clinics().contains(clinic);
            List<Change> changes = new ArrayList<>(render.of(clinics));
            judged.raised().stream().map(AlertSummary::of).map(render::of).forEach(changes::add);
            broadcast(changes.stream().map(log::add).toList());
        } catch (RuntimeException e) {
            LOG.warn("Changes could not be told; they are told again with the next ones", e);
            changed(judged);
        }
    }

    private void open(MultiEmitter<? super List<StreamEvent>> emitter, Viewer viewer, @Nullable String lastId) {
        try {
            emit(emitter, viewer, log.after(lastId).orElseGet(this::openingState));
            emitter.emit(List.of(StreamEvent.HEARTBEAT));
            emitter.onTermination(() -> teller.execute(() -> subscribers.remove(emitter)));
            subscribers.put(emitter, viewer);
        } catch (RuntimeException e) {
            LOG.warn("A subscription could not be opened", e);
            emitter.fail(e);
        }
    }

    /** Only its last event, which everybody sees, carries an id: who breaks off before gets the full state again. */
    private List<StreamEvent> openingState() {
        List<StreamEvent> events = new ArrayList<>();
        render.of(clinic -> true).forEach(change -> events.add(new StreamEvent(null, change)));
        render.alerts().forEach(change -> events.add(new StreamEvent(null, change)));
        events.add(new StreamEvent(log.latest(), null));
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
