package io.dripline.bench.speed;

import io.dripline.bench.LocalLine;
import io.dripline.contracts.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * Time from the commit of a report until a reader of committed records has it from Kafka, at an even pace.
 *
 * <p>A client cannot see the commit. It lies between the sending of the report and the arrival of its 201, so both are given: from the
 * sending it is longer than from the commit, from the 201 shorter. The aim is held against the longer one.
 */
final class BenchRelay {

    private static final Figure RATE = new Figure("--rate", 200, 200, 1, "reports that fall due in a second");
    private static final Figure SECONDS = new Figure("--seconds", 300, 20, 1, "how long that is kept up");
    private static final Figure WARM_UP =
            new Figure("--warm-up", 15_000, 3_000, 100, "requests before anything is measured");
    private static final Figure CLIENTS = new Figure("--clients", 8, 8, 1, "who report at the same time");
    private static final Figure SEED = new Figure("--seed", 1, 1, 0, "what reports are made from");

    static final Command COMMAND = new Command(
            "relay",
            "Measures the time from a report's commit to a reader of committed records. Adds sessions to a running line: on data to be thrown away.",
            List.of(RATE, SECONDS, WARM_UP, CLIENTS, SEED));

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long PAUSE_MILLIS = 100;

    /** When a report was sent and when its 201 had come. */
    private record Acknowledged(long posted, long at) {}

    private BenchRelay() {}

    /** Arguments: the checkout's directory, then options. */
    public static void main(String[] arguments) throws InterruptedException {
        COMMAND.run(arguments, BenchRelay::measure);
    }

    private static void measure(Path checkout, Options options) throws Exception {
        RunningLine line = new RunningLine(checkout);
        line.describe();
        Clinic clinic = Clinic.of(options.get(SEED), Clinic.OF_LATE);
        List<MadeReports> reports = IntStream.range(0, options.count(CLIENTS))
                .mapToObj(clinic::reports)
                .toList();
        List<ReportingClinic> early = Clinic.connect(reports, (id, posted) -> {});
        try (var _ = Load.closing(early)) {
            Load.times(early, options.get(WARM_UP));
        }
        line.awaitQuiet();
        Map<String, Acknowledged> acknowledged = new ConcurrentHashMap<>();
        List<ReportingClinic> clients = Clinic.connect(
                reports, (id, posted) -> acknowledged.put(id, new Acknowledged(posted, System.nanoTime())));
        try (Arrivals arrivals = new Arrivals(LocalLine.kafka(), Topics.SESSIONS_REPORTED);
                var _ = Load.closing(clients)) {
            Measured paced = Load.atPace(clients, options.get(RATE), Duration.ofSeconds(options.get(SECONDS)));
            await(acknowledged, arrivals);
            print(options, paced, acknowledged, arrivals);
        }
    }

    private static void await(Map<String, Acknowledged> acknowledged, Arrivals arrivals) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (missing(acknowledged, arrivals) > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("of %,d reports %,d were not in Kafka a minute after the last"
                        .formatted(acknowledged.size(), missing(acknowledged, arrivals)));
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static long missing(Map<String, Acknowledged> acknowledged, Arrivals arrivals) {
        return acknowledged.keySet().stream()
                .filter(id -> arrivals.of(id) == null)
                .count();
    }

    private static void print(
            Options options, Measured paced, Map<String, Acknowledged> acknowledged, Arrivals arrivals) {
        Histogram fromPosting = new Histogram(3);
        Histogram fromAnswer = new Histogram(3);
        acknowledged.forEach((id, times) -> {
            Long arrived = arrivals.of(id);
            if (arrived != null) {
                fromPosting.recordValue(TimeUnit.NANOSECONDS.toMicros(arrived - times.posted()));
                fromAnswer.recordValue(TimeUnit.NANOSECONDS.toMicros(Math.max(0, arrived - times.at())));
            }
        });
        System.out.printf(
                Locale.ROOT,
                "%,d reports, %,.0f a second (%d fell due); in Kafka all of them, %,d more than once%n",
                paced.done(),
                paced.perSecond(),
                options.get(RATE),
                arrivals.again());
        System.out.printf("from the sending of a report to the reader: %s%n", shown(fromPosting));
        System.out.printf("from its 201 to the reader: %s%n", shown(fromAnswer));
        System.out.printf(
                Locale.ROOT,
                "from when a report was due to its 201: p50 %.1f ms, p99 %.1f ms%n",
                paced.millis(50),
                paced.millis(99));
        System.out.println(Aim.atMost(
                        "p99 from the sending of a report, and so from its commit, to a reader of committed records",
                        100,
                        " ms")
                .judge(fromPosting.getValueAtPercentile(99) / 1e3));
    }

    private static String shown(Histogram micros) {
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, longest %.0f ms",
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(90) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getMaxValue() / 1e3);
    }
}
