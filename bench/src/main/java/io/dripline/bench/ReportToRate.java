package io.dripline.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

/**
 * Time from intake's 201 to the new rate in {@code /api/incidence}, one report after another, on a running system.
 *
 * <p>Reporting is asked again a few milliseconds after it has answered, so a figure is late by at most one pause and one
 * answer. The sessions lie in a week of their own, long past. Every hundred reports the figures so far are printed.
 */
final class ReportToRate {

    private static final String WEEK = "2020-W02";
    private static final int WARM_UP = 50;
    // Short beside what is measured, long enough not to take a core from the services that are measured.
    private static final long PAUSE_MILLIS = 5;

    private ReportToRate() {}

    /** Arguments: how many reports to measure, 500 unless given. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int reports = arguments.length == 0 ? 500 : Integer.parseInt(arguments[0]);
        var system = new RunningSystem("clinic-north");
        double[] millis = new double[reports];
        for (int i = -WARM_UP; i < reports; i++) {
            double took = reportAndWait(system);
            if (i >= 0) {
                millis[i] = took;
            }
            if (i >= 0 && (i + 1) % 100 == 0 || i + 1 == reports) {
                print(Arrays.copyOf(millis, i + 1));
            }
        }
        Machine.print();
    }

    private static void print(double[] millis) {
        Arrays.sort(millis);
        int reports = millis.length;
        System.out.printf(
                Locale.ROOT,
                "report to rate, %d reports one after another: p50 %.0f ms, p90 %.0f ms, p99 %.0f ms, longest %.0f ms%n",
                reports,
                millis[reports / 2],
                millis[reports * 9 / 10],
                millis[reports * 99 / 100],
                millis[reports - 1]);
    }

    private static double reportAndWait(RunningSystem system) throws IOException, InterruptedException {
        long before = system.exposed(WEEK);
        system.report("""
                {"reference": "bench-%s", "patient": "bench-%s", "startedAt": "2020-01-06T09:00:00+11:00",
                 "route": "INTRAVENOUS", "ascertainment": "CHECKLIST",
                 "adverseEvents": [{"verbatim": "dizzy"}, {"verbatim": "felt sick"}]}
                """.formatted(UUID.randomUUID(), UUID.randomUUID()));
        long acknowledged = System.nanoTime();
        while (system.exposed(WEEK) <= before) {
            Thread.sleep(PAUSE_MILLIS);
        }
        return (System.nanoTime() - acknowledged) / 1e6;
    }
}
