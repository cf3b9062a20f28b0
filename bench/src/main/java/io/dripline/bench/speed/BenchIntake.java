package io.dripline.bench.speed;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How many reports intake takes durably, in rounds that alternate with rounds of direct SQL, which writes rows of the same sizes by the very
 * statement of the packaged intake into tables that intake's own migrations made, in a database of its own on the same server.
 */
final class BenchIntake {

    private static final Figure PAIRS = new Figure("--pairs", 5, 5, 5, "rounds of reports, as many of direct SQL");
    private static final Figure SECONDS = new Figure("--seconds", 12, 3, 1, "how long a round takes");
    private static final Figure PACED =
            new Figure("--paced", 60, 10, 1, "how many seconds half of that load is kept up");
    private static final Figure WARM_UP =
            new Figure("--warm-up", 15_000, 3_000, 100, "requests before anything is measured");
    private static final Figure CLIENTS = new Figure("--clients", 8, 8, 1, "who report at the same time");
    private static final Figure SEED = new Figure("--seed", 1, 1, 0, "what reports are made from");

    static final Command COMMAND = new Command(
            "intake",
            "Measures durable reports against direct SQL on the same server. Adds sessions to a running line: on data to be thrown away.",
            List.of(PAIRS, SECONDS, PACED, WARM_UP, CLIENTS, SEED));

    private static final int WRITTEN_ALIKE = 1_000;

    private final RunningLine line;
    private final Floor floor;
    private final Options options;
    private final List<MadeReports> reports;
    private int writers;

    private BenchIntake(RunningLine line, Floor floor, Options options, List<MadeReports> reports) {
        this.line = line;
        this.floor = floor;
        this.options = options;
        this.reports = reports;
    }

    /** Arguments: the checkout's directory, then options. */
    public static void main(String[] arguments) throws InterruptedException {
        COMMAND.run(arguments, BenchIntake::measure);
    }

    private static void measure(Path checkout, Options options) throws Exception {
        RunningLine line = new RunningLine(checkout);
        line.describe();
        Clinic clinic = Clinic.of(options.get(SEED), Clinic.OF_LATE);
        int clients = options.count(CLIENTS);
        List<MadeReports> reports =
                IntStream.range(0, clients).mapToObj(clinic::reports).toList();
        System.out.printf(
                Locale.ROOT,
                "%d clients, a report is one session with two events in %,d bytes of JSON, seed %d, %,d requests to warm up%n",
                clients,
                clinic.reports(0).next().length(),
                options.get(SEED),
                options.get(WARM_UP));
        List<ReportingClinic> early = Clinic.connect(reports, (id, posted) -> {});
        try (var _ = Load.closing(early)) {
            Load.times(early, options.get(WARM_UP));
        }
        List<WrittenReport> written = WrittenReport.of(clinic.run(), WRITTEN_ALIKE);
        try (Floor floor = Floor.create(checkout, written, clinic.run(), options.get(SEED))) {
            BenchIntake bench = new BenchIntake(line, floor, options, reports);
            bench.write(clients, writers -> Load.times(writers, options.get(WARM_UP)));
            double perSecond = bench.atFullSpeed();
            bench.alone();
            bench.atHalfOfIt(perSecond / 2);
        }
    }

    /** Pairs of rounds with all clients; reports a second. */
    private double atFullSpeed() throws Exception {
        System.out.printf(
                "%n%-5s %12s %12s %8s %34s%n", "pair", "reports/s", "direct/s", "share", "processor ms a report");
        List<Double> ratios = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        List<Double> directRates = new ArrayList<>();
        List<Double> used = new ArrayList<>();
        Duration seconds = Duration.ofSeconds(options.get(SECONDS));
        for (int pair = 1; pair <= options.get(PAIRS); pair++) {
            Round round;
            Measured direct;
            if (pair % 2 == 1) {
                round = round(seconds);
                direct = write(reports.size(), writers -> Load.atFullSpeed(writers, seconds));
            } else {
                direct = write(reports.size(), writers -> Load.atFullSpeed(writers, seconds));
                round = round(seconds);
            }
            ratios.add(round.perSecond() / direct.perSecond());
            rates.add(round.perSecond());
            directRates.add(direct.perSecond());
            used.add(round.intakeMillis() + round.databaseMillis());
            System.out.printf(
                    Locale.ROOT,
                    "%-5d %,12.0f %,12.0f %8.3f   intake %.2f, database %.2f%n      all of it: %s%n",
                    pair,
                    round.perSecond(),
                    direct.perSecond(),
                    ratios.getLast(),
                    round.intakeMillis(),
                    round.databaseMillis(),
                    round.shares());
        }
        Spread rate = Spread.of(rates);
        System.out.printf(
                "acknowledged reports a second %s, direct SQL %s%n",
                rate.shown(",.0f"), Spread.of(directRates).shown(",.0f"));
        Spread ratio = Spread.of(ratios);
        System.out.printf("share of the floor %s%n", ratio.shown(".3f"));
        System.out.println(Aim.atLeast("reports a second, as a share of direct SQL's", 0.40, "")
                .judge(ratio.median()));
        System.out.println(Aim.atMost("processor time of intake and all of PostgreSQL for a report", 1.2, " ms")
                .judge(Spread.of(used).median()));
        return rate.median();
    }

    private Round round(Duration duration) throws Exception {
        line.awaitQuiet();
        List<ReportingClinic> clients = Clinic.connect(reports, (id, posted) -> {});
        try (var _ = Load.closing(clients)) {
            Usage before = line.used();
            Measured measured = Load.atFullSpeed(clients, duration);
            line.awaitQuiet();
            return new Round(measured.done(), measured.perSecond(), line.used().since(before));
        }
    }

    /** Pairs of rounds with one client. */
    private void alone() throws Exception {
        Duration seconds = Duration.ofSeconds(Math.max(1, options.get(SECONDS) / 3));
        List<Double> ratios = new ArrayList<>();
        List<Double> reported = new ArrayList<>();
        List<Double> written = new ArrayList<>();
        for (int pair = 1; pair <= options.get(PAIRS); pair++) {
            if (pair % 2 == 1) {
                reported.add(median(seconds));
                written.add(bareMedian(seconds));
            } else {
                written.add(bareMedian(seconds));
                reported.add(median(seconds));
            }
            ratios.add(reported.getLast() / written.getLast());
        }
        Spread ratio = Spread.of(ratios);
        System.out.printf(
                "%none client: p50 of a report %s ms, of the bare transaction %s ms, ratio %s%n",
                Spread.of(reported).shown(".2f"), Spread.of(written).shown(".2f"), ratio.shown(".2f"));
        System.out.println(Aim.atMost("one client's p50, as a multiple of the bare transaction's", 3, "")
                .judge(ratio.median()));
    }

    private double median(Duration duration) throws Exception {
        line.awaitQuiet();
        List<ReportingClinic> one = Clinic.connect(reports.subList(0, 1), (id, posted) -> {});
        try (var _ = Load.closing(one)) {
            return Load.atFullSpeed(one, duration).millis(50);
        }
    }

    private double bareMedian(Duration duration) throws Exception {
        return write(1, writers -> Load.atFullSpeed(writers, duration)).millis(50);
    }

    private void atHalfOfIt(double perSecond) throws Exception {
        line.awaitQuiet();
        List<ReportingClinic> clients = Clinic.connect(reports, (id, posted) -> {});
        try (var _ = Load.closing(clients)) {
            Measured paced = Load.atPace(clients, perSecond, Duration.ofSeconds(options.get(PACED)));
            System.out.printf(
                    Locale.ROOT,
                    "%nhalf of that load: %,.0f due a second, %,.0f done a second, %,d in all; from when it was due p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, longest %.0f ms%n",
                    perSecond,
                    paced.perSecond(),
                    paced.done(),
                    paced.millis(50),
                    paced.millis(90),
                    paced.millis(99),
                    paced.millis(100));
            System.out.println(Aim.atMost("p99 at half of the load", 50, " ms").judge(paced.millis(99)));
        }
    }

    /** How writers are made to work. */
    @FunctionalInterface
    private interface Work {
        Measured by(List<FloorWriter> writers) throws Exception;
    }

    private Measured write(int many, Work work) throws Exception {
        line.awaitQuiet();
        List<FloorWriter> some = floor.connect(writers, many, 1);
        writers += many;
        try (var _ = Load.closing(some)) {
            return work.by(some);
        }
    }
}
