package io.dripline.bench.speed;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What the line's processes have used of processors.
 *
 * @param used by process
 */
record Usage(Map<Part, Duration> used) {

    /**
     * Processes that are told apart.
     *
     * @param name as in the line's files; those of PostgreSQL by their role, as {@code postgres intake}
     * @param pid of the process, or of the server that it belongs to
     */
    record Part(String name, long pid) {

        boolean isOfPostgres() {
            return name.startsWith(POSTGRES);
        }
    }

    /** How the names of PostgreSQL's processes begin. */
    static final String POSTGRES = "postgres";

    Usage {
        used = Map.copyOf(used);
    }

    /**
     * What was used between {@code before} and this, by name. A process that has started meanwhile counts from its start, what one that
     * has ended used since {@code before} is not known; but for PostgreSQL's, whose server keeps the account of those that ended: sums
     * over all of them are exact, whichever of them ended.
     */
    Map<String, Duration> since(Usage before) {
        Map<String, Duration> between = new TreeMap<>();
        used.forEach((part, time) ->
                between.merge(part.name(), time.minus(before.used.getOrDefault(part, Duration.ZERO)), Duration::plus));
        before.used.forEach((part, time) -> {
            if (part.isOfPostgres() && !used.containsKey(part)) {
                between.merge(part.name(), time.negated(), Duration::plus);
            }
        });
        return between;
    }

    /** The sum of some names. */
    static Duration sum(Map<String, Duration> used, Predicate<String> names) {
        return used.entrySet().stream()
                .filter(one -> names.test(one.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
