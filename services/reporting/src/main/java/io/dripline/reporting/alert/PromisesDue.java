package io.dripline.reporting.alert;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Alerts whose promise is to be judged, in turn. One that failed waits apart, twice as long after each failure, so that it holds up
 * no other, and is then tried again however many wait; only its being judged makes it forgotten. For one thread.
 */
final class PromisesDue {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int DOUBLINGS = 10;

    private final Set<UUID> waiting = new LinkedHashSet<>();
    private final Map<UUID, Failed> failed = new HashMap<>();

    /** @param again on the clock of {@link System#nanoTime} */
    private record Failed(int failures, long again) {}

    void add(Collection<UUID> alerts) {
        alerts.stream().filter(alert -> !failed.containsKey(alert)).forEach(waiting::add);
    }

    /** Whether none waits but those that failed. */
    boolean isDone() {
        return waiting.isEmpty();
    }

    /** Those that failed last. */
    int failing() {
        return failed.size();
    }

    /** The one whose turn it is: the one that waits longest or, where none waits, one to try again. */
    Optional<UUID> next(long nanoTime) {
        return waiting.stream().findFirst().or(() -> again(nanoTime));
    }

    /** Of those that failed and whose pause is over, the one whose pause was over first. */
    Optional<UUID> again(long nanoTime) {
        return failed.entrySet().stream()
                .filter(one -> nanoTime - one.getValue().again() >= 0)
                .max(Comparator.comparingLong(one -> nanoTime - one.getValue().again()))
                .map(Map.Entry::getKey);
    }

    void judged(UUID alert) {
        waiting.remove(alert);
        failed.remove(alert);
    }

    /** How often in a row it failed by now. */
    int failed(UUID alert, long nanoTime) {
        waiting.remove(alert);
        Failed before = failed.get(alert);
        int failures = before == null ? 1 : before.failures() + 1;
        long pause = FIRST_PAUSE
                .multipliedBy(1L << Math.min(failures - 1, DOUBLINGS))
                .toNanos();
        failed.put(alert, new Failed(failures, nanoTime + pause));
        return failures;
    }
}
