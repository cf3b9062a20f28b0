package io.dripline.reporting.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.reporting.alert.AlertSummary;
import io.dripline.reporting.alert.MonitorsJudged;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of comparisons of which something is still being computed. */
class TellSubscribersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AtomicInteger renderings = new AtomicInteger();
    private final List<Set<String>> asked = new CopyOnWriteArrayList<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private volatile boolean isComputed;
    private volatile boolean isAway;

    private final TellSubscribers tellSubscribers = new TellSubscribers(
            new RenderChanges(null, null, null, null, null, null, null) {
                @Override
                Rendered of(Predicate<String> clinics) {
                    renderings.incrementAndGet();
                    return new Rendered(List.of(comparison("gi"), comparison("cns, incomplete")), Set.of("cns"));
                }

                @Override
                Rendered computed(Set<String> monitors) {
                    asked.add(monitors);
                    if (isAway) {
                        throw new IllegalStateException("away");
                    }
                    return isComputed
                            ? new Rendered(List.of(comparison("cns, complete")), Set.of())
                            : new Rendered(List.of(), Set.of("cns"));
                }

                @Override
                List<AlertSummary> alerts() {
                    return List.of();
                }
            },
            new SmallRyeConfigBuilder()
                    .withConverter(Duration.class, 100, new DurationConverter())
                    .withMapping(StreamConfig.class)
                    .build()
                    .getConfigMapping(StreamConfig.class),
            new SimpleMeterRegistry());

    @AfterEach
    void stop() {
        tellSubscribers.stop(new ShutdownEvent());
    }

    @Test
    void isToldAgainAloneAndOnceItIsThere() {
        subscribe();
        tellSubscribers.changed(new MonitorsJudged(false, Set.of("north")));
        await().atMost(PATIENCE).until(() -> asked.size() > 1);
        isComputed = true;

        await().atMost(PATIENCE).until(() -> told.contains("cns, complete"));
        assertThat(asked).containsOnly(Set.of("cns"));
        assertThat(renderings).as("the full state, and what changed").hasValue(2);
        assertThat(told).containsExactly("gi", "cns, incomplete", "gi", "cns, incomplete", "cns, complete");
    }

    @Test
    void isToldOnceTheDatabaseIsBack() {
        isAway = true;
        isComputed = true;
        subscribe();
        await().atMost(PATIENCE).until(() -> !asked.isEmpty());
        isAway = false;

        await().atMost(PATIENCE).until(() -> told.contains("cns, complete"));
        assertThat(asked).containsOnly(Set.of("cns"));
    }

    private void subscribe() {
        tellSubscribers
                .subscribe(null, null)
                .filter(event -> event.change() != null)
                .subscribe()
                .with(event -> told.add(Objects.requireNonNull(event.change()).json()));
        await().atMost(PATIENCE).until(() -> told.contains("cns, incomplete"));
    }

    private static Change comparison(String json) {
        return new Change(Change.Kind.comparison, json, new Audience(null));
    }
}
