package io.dripline.bench.speed;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A round of reports.
 *
 * @param reports how many sessions
 * @param perSecond how many in a second
 * @param used of processors, by process, until the line had done all that the round began
 */
record Round(long reports, double perSecond, Map<String, Duration> used) {

    /** Milliseconds of processors that intake used for a report. */
    double intakeMillis() {
        return millis("intake"::equals);
    }

    /** Milliseconds of processors that all of PostgreSQL used for a report, on behalf of every service. */
    double databaseMillis() {
        return millis(name -> name.startsWith(Usage.POSTGRES));
    }

    /**
     * Milliseconds of processors for a report, by process. PostgreSQL's are one figure where connections ended meanwhile: what they had used
     * before has gone over to the server's own account.
     */
    String shares() {
        boolean ended = used.values().stream().anyMatch(Duration::isNegative);
        Map<String, Double> shares = new TreeMap<>();
        used.forEach((name, time) -> shares.merge(
                ended && name.startsWith(Usage.POSTGRES) ? Usage.POSTGRES : name,
                time.toNanos() / 1e6 / reports,
                Double::sum));
        return shares.entrySet().stream()
                .map(share -> String.format(Locale.ROOT, "%s %.2f", share.getKey(), share.getValue()))
                .collect(Collectors.joining(", "));
    }

    private double millis(Predicate<String> names) {
        return Usage.sum(used, names).toNanos() / 1e6 / reports;
    }
}
