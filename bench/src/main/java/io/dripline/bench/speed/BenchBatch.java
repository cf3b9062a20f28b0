package io.dripline.bench.speed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How many sessions intake takes through {@code POST /sessions/batch}, in rounds that alternate with rounds of direct SQL, which writes rows
 * of the same sizes, 500 by each statement as intake does.
 */
final class BenchBatch {

    private static final Figure PAIRS = new Figure("--pairs", 5, 5, 5, "rounds of batches, as many of direct SQL");
    private static final Figure LINES =
            new Figure("--lines", 5_000, 1_000, 500, "sessions that each client posts in a round, in one batch");
    private static final Figure WARM_UP =
            new Figure("--warm-up", 15_000, 3_000, 500, "sessions before anything is measured");
    private static final Figure CLIENTS = new Figure("--clients", 8, 8, 1, "who post at the same time");
    private static final Figure SEED = new Figure("--seed", 1, 1, 0, "what reports are made from");

    static final Command COMMAND = new Command(
            "batch",
            "Measures sessions a second through POST /sessions/batch. Adds sessions to a running line: on data to be thrown away.",
            List.of(PAIRS, LINES, WARM_UP, CLIENTS, SEED));

    private static final int WRITTEN_ALIKE = 1_000;
    /** As intake writes the lines of a batch. */
    private static final int ROWS_AT_ONCE = 500;

    private BenchBatch() {}

    /** Arguments: the checkout's directory, then options. */
    public static void main(String[] arguments) throws InterruptedException {
        COMMAND.run(arguments, BenchBatch::measure);
    }

    private static void measure(Path checkout, Options options) throws Exception {
        RunningLine line = new RunningLine(checkout);
        line.describe();
        Clinic clinic = Clinic.of(options.get(SEED), Clinic.OF_TWO_YEARS);
        int clients = options.count(CLIENTS);
        int lines = options.count(LINES);
        List<MadeReports> reports =
                IntStream.range(0, clients).mapToObj(clinic::reports).toList();
        PostBatches.post(reports, Math.ceilDiv(options.count(WARM_UP), clients));
        long sessions = (long) clients * lines;
        System.out.printf(
                Locale.ROOT,
                "%d clients with a batch of %,d sessions with two events each, seed %d%n%n%-5s %12s %12s %8s   %s%n",
                clients,
                lines,
                options.get(SEED),
                "pair",
                "sessions/s",
                "direct/s",
                "share",
                "processor ms a session");
        List<Double> rates = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        List<Double> directRates = new ArrayList<>();
        List<WrittenReport> written = WrittenReport.of(clinic.run(), WRITTEN_ALIKE);
        try (Floor floor = Floor.create(checkout, written, clinic.run(), options.get(SEED))) {
            for (int pair = 1; pair <= options.get(PAIRS); pair++) {
                Round round;
                double direct;
                if (pair % 2 == 1) {
                    round = round(line, reports, lines);
                    direct = direct(line, floor, pair, clients, sessions);
                } else {
                    direct = direct(line, floor, pair, clients, sessions);
                    round = round(line, reports, lines);
                }
                rates.add(round.perSecond());
                directRates.add(direct);
                ratios.add(round.perSecond() / direct);
                System.out.printf(
                        Locale.ROOT,
                        "%-5d %,12.0f %,12.0f %8.3f   %s%n",
                        pair,
                        round.perSecond(),
                        direct,
                        ratios.getLast(),
                        round.shares());
            }
        }
        Spread rate = Spread.of(rates);
        System.out.printf(
                "sessions a second %s, direct SQL %s, share %s%n",
                rate.shown(",.0f"),
                Spread.of(directRates).shown(",.0f"),
                Spread.of(ratios).shown(".3f"));
        System.out.println(Aim.atLeast("sessions a second by batch", 5_000, "").judge(rate.median()));
    }

    private static Round round(RunningLine line, List<MadeReports> reports, int lines) throws Exception {
        line.awaitQuiet();
        Usage before = line.used();
        double seconds = PostBatches.post(reports, lines);
        line.awaitQuiet();
        long sessions = (long) reports.size() * lines;
        return new Round(sessions, sessions / seconds, line.used().since(before));
    }

    private static double direct(RunningLine line, Floor floor, int pair, int clients, long sessions) throws Exception {
        line.awaitQuiet();
        List<FloorWriter> writers = floor.connect(pair * clients, clients, ROWS_AT_ONCE);
        try (var _ = Load.closing(writers)) {
            return Load.times(writers, Math.ceilDiv(sessions, ROWS_AT_ONCE)).perSecond() * ROWS_AT_ONCE;
        }
    }
}
