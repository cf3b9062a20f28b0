package io.dripline.bench.speed;

import io.dripline.bench.RunningSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How many sessions a second a rebuild takes from PostgreSQL through the whole line: it fills the line through {@code POST /sessions/batch},
 * waits until all is coded and counted, runs {@code ./dripline rebuild} and then {@code ./dripline recount}.
 */
final class BenchRebuild {

    private static final Figure SESSIONS =
            new Figure("--sessions", 1_000_000, 20_000, 0, "sessions to add before; 0: those that are there");
    private static final Figure SEED = new Figure("--seed", 1, 1, 0, "what reports are made from");

    static final Command COMMAND = new Command(
            "rebuild",
            "Measures a rebuild of all that is stored. Adds sessions to a running line and wipes its Kafka: on data to be thrown away.",
            List.of(SESSIONS, SEED));

    private static final int CLIENTS = 2;
    private static final int LINES = 5_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private BenchRebuild() {}

    /** Arguments: the checkout's directory, then options. */
    public static void main(String[] arguments) throws InterruptedException {
        COMMAND.run(arguments, BenchRebuild::measure);
    }

    private static void measure(Path checkout, Options options) throws Exception {
        RunningLine line = new RunningLine(checkout);
        line.describe();
        fill(options);
        line.awaitQuiet();
        require(recount(checkout), "the counts to agree with PostgreSQL before the rebuild");
        line.awaitQuiet();
        long sessions = RunningLine.stored();
        Usage before = line.used();
        long begin = System.nanoTime();
        require(run(checkout, "rebuild", "--yes"), "./dripline rebuild to end well");
        double seconds = (System.nanoTime() - begin) / 1e9;
        Round rebuilt = new Round(sessions, sessions / seconds, line.used().since(before));
        System.out.printf(
                Locale.ROOT,
                "%,d stored versions of sessions counted anew in %.1f s, from the command's start to its end: %,.0f a second%n",
                sessions,
                seconds,
                rebuilt.perSecond());
        System.out.println("processor ms a session: " + rebuilt.shares());
        System.out.println(
                Aim.atLeast("sessions a second through a rebuild", 4_000, "").judge(rebuilt.perSecond()));
        require(recount(checkout), "the counts to agree with PostgreSQL after the rebuild");
    }

    private static void fill(Options options) throws Exception {
        int sessions = options.count(SESSIONS);
        Clinic clinic = Clinic.of(options.get(SEED), Clinic.OF_TWO_YEARS);
        List<MadeReports> reports =
                IntStream.range(0, CLIENTS).mapToObj(clinic::reports).toList();
        long begin = System.nanoTime();
        for (int posted = 0; posted < sessions; ) {
            int lines = Math.min(LINES, Math.ceilDiv(sessions - posted, CLIENTS));
            PostBatches.post(reports, lines);
            posted += lines * CLIENTS;
            if (posted / 100_000 > (posted - lines * CLIENTS) / 100_000 || posted >= sessions) {
                System.out.printf(
                        Locale.ROOT, "%,d sessions posted after %.0f s%n", posted, (System.nanoTime() - begin) / 1e9);
            }
        }
        awaitShown();
        System.out.printf(Locale.ROOT, "all are counted after %.0f s%n", (System.nanoTime() - begin) / 1e9);
    }

    /** Until reporting shows each session that stands, or shows no more of them for ten minutes. */
    private static void awaitShown() throws Exception {
        RunningSystem system = new RunningSystem("clinic-north");
        long standing = RunningLine.standing();
        long shown = system.exposed();
        long movedAt = System.nanoTime();
        long asked = movedAt;
        while (shown < standing && System.nanoTime() - movedAt < PATIENCE.toNanos()) {
            Thread.sleep(PAUSE);
            // Tokens end after ten minutes.
            if (System.nanoTime() - asked > Duration.ofMinutes(5).toNanos()) {
                system = new RunningSystem("clinic-north");
                asked = System.nanoTime();
            }
            long now = system.exposed();
            movedAt = now == shown ? movedAt : System.nanoTime();
            shown = now;
        }
    }

    private static boolean recount(Path checkout) throws IOException, InterruptedException {
        return run(checkout, "recount", "--wait", "60");
    }

    /** Whether a command of the product, whose words are shown, ends well. */
    private static boolean run(Path checkout, String... command) throws IOException, InterruptedException {
        List<String> words =
                new ArrayList<>(List.of(checkout.resolve("dripline").toString()));
        words.addAll(List.of(command));
        return new ProcessBuilder(words).inheritIO().start().waitFor() == 0;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("expected " + what);
        }
    }
}
