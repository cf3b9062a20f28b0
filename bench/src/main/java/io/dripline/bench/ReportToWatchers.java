package io.dripline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Time from intake's 201 until every one of many watchers has heard of the new count, and until each has the overview that shows it,
 * on a running system.
 *
 * <p>A watcher does what an open page does: it holds a stream, and half a second after it hears of a change it asks for the overview
 * again. All of them share the machine with the system, so what they cost themselves is in the figures. Tokens end after five minutes,
 * and streams with them, so it must be over by then.
 */
final class ReportToWatchers {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** As the page waits, to ask at most twice a second. */
    private static final long BEFORE_ASKING_MILLIS = 500;

    private static final long PATIENCE_SECONDS = 60;
    private static final String CLINIC = "clinic-north";

    /** One change of the count and who has it. */
    private static final class Update {

        private final long wanted;
        private final CountDownLatch missing;
        private final long[] heard;
        private final long[] shown;

        Update(long wanted, int watchers) {
            this.wanted = wanted;
            missing = new CountDownLatch(watchers);
            heard = new long[watchers];
            shown = new long[watchers];
        }
    }

    private final RunningSystem system = new RunningSystem(CLINIC);
    private final int watchers;
    private final CountDownLatch upToDate;
    private final AtomicBoolean failed = new AtomicBoolean();
    private volatile Update awaited = new Update(Long.MAX_VALUE, 0);

    private ReportToWatchers(int watchers) throws IOException, InterruptedException {
        this.watchers = watchers;
        this.upToDate = new CountDownLatch(watchers);
    }

    /** Arguments: how many watchers, 1,000 unless given; how many reports one after another, 30 unless given. */
    public static void main(String[] arguments) throws Exception {
        int watchers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        int reports = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30;
        new ReportToWatchers(watchers).measure(reports);
    }

    private void measure(int reports) throws Exception {
        for (int i = 0; i < watchers; i++) {
            int number = i;
            Thread.ofVirtual().name("watcher-" + i).start(() -> watch(number));
        }
        await(upToDate, "streams that are up to date");
        List<double[]> heard = new ArrayList<>();
        List<double[]> shown = new ArrayList<>();
        for (int i = 0; i < reports; i++) {
            var update = new Update(system.exposed() + 1, watchers);
            awaited = update;
            system.report("""
                    {"reference": "watched-%1$s", "patient": "watched-%1$s", "startedAt": "2020-01-06T09:00:00+11:00",
                     "route": "INTRAVENOUS", "ascertainment": "CHECKLIST", "adverseEvents": [{"verbatim": "dizzy"}]}
                    """.formatted(UUID.randomUUID()));
            long acknowledged = System.nanoTime();
            await(update.missing, "watchers who have the new overview");
            heard.add(millisSince(acknowledged, update.heard));
            shown.add(millisSince(acknowledged, update.shown));
        }
        System.out.printf(Locale.ROOT, "%d watchers, %d reports one after another%n", watchers, reports);
        print("report to event", heard);
        print("report to overview", shown);
        Machine.print();
    }

    private void watch(int number) {
        try (var lines = system.stream()) {
            var event = new String[] {""};
            lines.forEach(line -> {
                if (line.startsWith("event:")) {
                    event[0] = line.substring(6).strip();
                } else if (line.startsWith(":") && line.contains("up to date")) {
                    upToDate.countDown();
                } else if (line.startsWith("data:") && event[0].equals("incidence")) {
                    hear(number, line.substring(5));
                }
            });
        } catch (IOException | InterruptedException | RuntimeException e) {
            if (failed.compareAndSet(false, true)) {
                e.printStackTrace();
            }
        }
    }

    private void hear(int number, String data) {
        Update update = awaited;
        // Most rows are of something else, and reading them all would cost more than what is measured.
        if (number >= update.heard.length || update.heard[number] != 0 || !data.contains("\"ANY\"")) {
            return;
        }
        try {
            JsonNode row = JSON.readTree(data).at("/rows/0");
            if (row.get("key").isNull() && row.get("exposed").asLong() >= update.wanted) {
                update.heard[number] = System.nanoTime();
                Thread.sleep(BEFORE_ASKING_MILLIS);
                system.overview();
                update.shown[number] = System.nanoTime();
                update.missing.countDown();
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("watcher " + number, e);
        }
    }

    private static void await(CountDownLatch missing, String what) throws InterruptedException {
        if (!missing.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("after a minute %d %s are missing".formatted(missing.getCount(), what));
        }
    }

    private static double[] millisSince(long begin, long[] at) {
        double[] millis =
                Arrays.stream(at).mapToDouble(one -> (one - begin) / 1e6).toArray();
        Arrays.sort(millis);
        return millis;
    }

    private static void print(String what, List<double[]> updates) {
        double[] all = updates.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        double[] last = updates.stream()
                .mapToDouble(one -> one[one.length - 1])
                .sorted()
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "%s: of all p50 %.0f ms, p99 %.0f ms; the last watcher of a report p50 %.0f ms, longest %.0f ms%n",
                what,
                all[all.length / 2],
                all[all.length * 99 / 100],
                last[last.length / 2],
                last[last.length - 1]);
    }
}
