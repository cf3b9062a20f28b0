package io.dripline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.bench.WatchCells.Cohort;
import io.dripline.contracts.session.Indication;
import io.dripline.contracts.session.Route;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Time from the change of a cell, as a reader of committed records sees it, to the alert on the stream, and from intake's
 * 201, on a running system while other reports come in.
 *
 * <p>Each alert is that of a monitor of its own, made for an indication by a route that nobody else reports; patients of whom each has
 * an event follow one another until it alarms. All monitors are alike, so all cross at the same number of patients: the smallest at
 * which any alarmed. Shares of alpha are spent for good, so measure on data that is removed afterwards.
 */
final class CellToAlert {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLINIC = "clinic-north";
    /** A ten-thousandth of what officers may give, so that hundreds of alerts can be measured. */
    private static final double SHARE = 1e-5;

    private static final int MOST_PATIENTS = 40;
    /** Reports come in for so long before the first alert is measured: until the services' compilers have nothing left to do. */
    private static final Duration WARM_UP = Duration.ofMinutes(4);
    /** When all sessions start; monitors start with its week. */
    private static final LocalDate YESTERDAY = LocalDate.now().minusDays(1);

    /** An alert as the stream told it. */
    private record Told(long at, long exposed) {}

    /** An alert with the moments at which each of its patients' reports was acknowledged. */
    private record Measured(Cohort cohort, Told told, List<Long> acknowledged) {}

    private final RunningSystem system = new RunningSystem(CLINIC);
    private final Map<String, Told> told = new ConcurrentHashMap<>();

    private CellToAlert() throws IOException, InterruptedException {}

    /** Arguments: how many alerts, 90 unless given and at most 99; how many other reports a second, 200 unless given. */
    public static void main(String[] arguments) throws Exception {
        int alerts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 90;
        int perSecond = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
        new CellToAlert().measure(cohorts(alerts), perSecond);
    }

    private static List<Cohort> cohorts(int wanted) {
        var cohorts = new ArrayList<Cohort>();
        for (Indication indication : Indication.values()) {
            for (Route route : Route.values()) {
                cohorts.add(new Cohort(indication.name(), route.name()));
            }
        }
        if (wanted < 1 || wanted > cohorts.size()) {
            throw new IllegalArgumentException("alerts: expected 1 to " + cohorts.size() + ", found " + wanted);
        }
        return cohorts.subList(0, wanted);
    }

    private void measure(List<Cohort> cohorts, int perSecond) throws Exception {
        Map<String, Cohort> monitors = new HashMap<>();
        for (Cohort cohort : cohorts) {
            monitors.put(
                    system.monitor("""
                            {"baseline": "table9-cns", "unit": "FIRST_COURSE", "alphaShare": %s, "startWeek": "%s",
                             "cohort": {"clinic": "%s", "indication": "%s", "route": "%s"}}
                            """.formatted(
                            SHARE,
                            YESTERDAY.format(DateTimeFormatter.ISO_WEEK_DATE).substring(0, 8),
                            CLINIC,
                            cohort.indication(),
                            cohort.route())),
                    cohort);
        }
        Thread.ofPlatform().daemon().name("stream").start(this::listen);
        try (var cells = new WatchCells(system.kafka(), CLINIC);
                var pace = perSecond > 0 ? new PaceReports(perSecond) : null) {
            Thread.sleep(WARM_UP);
            List<Measured> measured = new ArrayList<>();
            for (var monitor : monitors.entrySet()) {
                measured.add(reportUntilAlert(monitor.getKey(), monitor.getValue()));
            }
            print(measured, cells, pace == null ? 0 : pace.reached());
        }
    }

    private void listen() {
        try (var lines = system.stream()) {
            var event = new String[1];
            lines.forEach(line -> {
                if (line.startsWith("event:")) {
                    event[0] = line.substring(6).strip();
                } else if (line.startsWith("data:") && "alert".equals(event[0])) {
                    hear(line.substring(5), System.nanoTime());
                }
            });
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the stream ended", e);
        }
    }

    private void hear(String data, long at) {
        try {
            JsonNode alert = JSON.readTree(data);
            told.putIfAbsent(
                    alert.get("monitor").asText(),
                    new Told(at, alert.get("exposed").asLong()));
        } catch (IOException e) {
            throw new IllegalStateException("an alert that is not JSON: " + data, e);
        }
    }

    private Measured reportUntilAlert(String monitor, Cohort cohort) throws Exception {
        var at = new ArrayList<Long>();
        for (int i = 0; i < MOST_PATIENTS && !told.containsKey(monitor); i++) {
            system.report("""
                    {"reference": "alarm-%s", "patient": "alarm-%s", "previouslyTreated": "NO",
                     "startedAt": "%sT09:00:00+11:00", "route": "%s", "indication": "%s", "ascertainment": "CHECKLIST",
                     "adverseEvents": [{"verbatim": "dizzy"}]}
                    """.formatted(
                            UUID.randomUUID(), UUID.randomUUID(), YESTERDAY, cohort.route(), cohort.indication()));
            at.add(System.nanoTime());
        }
        for (int i = 0; i < 12_000 && !told.containsKey(monitor); i++) {
            Thread.sleep(5);
        }
        Told alert = told.get(monitor);
        if (alert == null) {
            throw new IllegalStateException(
                    "no alert of " + monitor + " after " + at.size() + " patients and a minute");
        }
        return new Measured(cohort, alert, at);
    }

    private static void print(List<Measured> measured, WatchCells cells, double pace) {
        long crossing =
                measured.stream().mapToLong(one -> one.told().exposed()).min().orElseThrow();
        double[] fromCell = measured.stream()
                .mapToDouble(one -> (one.told().at() - cells.when(one.cohort(), crossing)) / 1e6)
                .toArray();
        double[] fromReport = measured.stream()
                .mapToDouble(one -> (one.told().at() - one.acknowledged().get((int) crossing - 1)) / 1e6)
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "%d alerts, each at its %dth affected patient, while %.0f other reports a second were acknowledged%n",
                measured.size(),
                crossing,
                pace);
        print("cell to alert", fromCell);
        print("report to alert", fromReport);
        Machine.print();
    }

    private static void print(String what, double[] millis) {
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.0f ms, p90 %.0f ms, p99 %.0f ms, longest %.0f ms%n",
                what,
                millis[millis.length / 2],
                millis[millis.length * 9 / 10],
                millis[millis.length * 99 / 100],
                millis[millis.length - 1]);
    }
}
