package io.dripline.bench.speed;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

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

    /** Milliseconds of processors for a report, by process. */
    String shares() {
        StringBuilder shares = new StringBuilder();
        used.forEach((name, time) -> shares.append(String.format(
                Locale.ROOT, "%s%s %.2f", shares.isEmpty() ? "" : ", ", name, time.toNanos() / 1e6 / reports)));
        return shares.toString();
    }

    private double millis(Predicate<String> names) {
        return Usage.sum(used, names).toNanos() / 1e6 / reports;
    }
}
