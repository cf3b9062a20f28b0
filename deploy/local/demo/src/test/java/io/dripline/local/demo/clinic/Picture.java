package io.dripline.local.demo.clinic;

import io.dripline.contracts.incidence.IsoWeek;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;

/** What the safety officer will see of a run: reporting's default monitors over its reports, live ones too. */
final class Picture {

    /** When the monitors look. */
    enum Looks {
        AFTER_EACH_WEEK,
        /** After each change of a count, while the reports of a week come in any order. */
        AFTER_EACH_CHANGE
    }

    static final int WEEKS = 26;

    /** Two weeks' worth of live first courses. */
    private static final int LIVE = 92;

    private static final IsoWeek FIRST_WEEK = IsoWeek.parse("2026-W21");
    private static final Map<String, Double> NULLS = nulls();

    private final Run run;
    private final Looks looks;
    private final CountedLine line;
    private final List<Watch> watches = new ArrayList<>();

    private Picture(long seed, Looks looks) {
        this.run = new Run(seed, FIRST_WEEK, WEEKS);
        this.looks = looks;
        this.line = new CountedLine(run);
        NULLS.forEach((measure, p0) -> {
            // Shares as reporting's AlphaShares gives them. Which clinic appears first is chance: the clinic that must
            // alert has the share of the last one, those that must not that of the first.
            watches.add(new Watch(measure, List.of(DemoClinic.values()), p0, 0.1));
            for (DemoClinic clinic : DemoClinic.values()) {
                int ordinal = clinic == DemoClinic.EAST && measure.equals("CNS") ? DemoClinic.values().length : 1;
                watches.add(new Watch(measure, List.of(clinic), p0, 0.4 / ((double) ordinal * (ordinal + 1)) / 5));
            }
        });
    }

    static Picture of(long seed, Looks looks) {
        var picture = new Picture(seed, looks);
        picture.unfold();
        return picture;
    }

    /** Whether the promised alert comes, for the right weeks, and no other of a clinic. */
    boolean isAsPromised() {
        Watch promised = promised();
        return promised.crossedInWeek().isPresent()
                && promised.crossedInWeek().getAsInt() <= WEEKS
                && promised.wasAlwaysHighSinceTheExcess()
                && others().stream().allMatch(watch -> watch.crossedInWeek().isEmpty());
    }

    /** CNS at clinic-east. */
    Watch promised() {
        return watch("CNS", DemoClinic.EAST);
    }

    /** All that must stay silent; that over all clinics which holds the excess may follow. */
    List<Watch> others() {
        return watches.stream()
                .filter(watch -> watch != promised() && watch != cnsOverAllClinics())
                .toList();
    }

    Watch cnsOverAllClinics() {
        return watches.stream()
                .filter(watch -> watch.measure().equals("CNS") && watch.overAllClinics())
                .findFirst()
                .orElseThrow();
    }

    private Watch watch(String measure, DemoClinic clinic) {
        return watches.stream()
                .filter(watch -> watch.measure().equals(measure) && !watch.overAllClinics() && watch.concerns(clinic))
                .findFirst()
                .orElseThrow();
    }

    CountedLine line() {
        return line;
    }

    private record Arrival(DemoClinic clinic, Report report) {}

    private void unfold() {
        var write = new WriteReports(run);
        for (int week = 1; week <= WEEKS; week++) {
            List<Arrival> arrivals = new ArrayList<>();
            for (DemoClinic clinic : DemoClinic.values()) {
                write.week(clinic, week).forEach(report -> arrivals.add(new Arrival(clinic, report)));
            }
            arrive(arrivals, week);
        }
        Instant live = run.calendar(WEEKS + 1).monday().atTime(12, 0).toInstant(ZoneOffset.UTC);
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < LIVE; i++) {
            for (DemoClinic clinic : DemoClinic.values()) {
                arrivals.add(new Arrival(clinic, write.live(clinic, i, live.plus(Duration.ofMinutes(i)))));
            }
        }
        arrive(arrivals, WEEKS + 1);
    }

    private void arrive(List<Arrival> arrivals, int week) {
        if (looks == Looks.AFTER_EACH_CHANGE) {
            Collections.shuffle(arrivals, new Random(31L * run.seed() + week));
        }
        for (Arrival arrival : arrivals) {
            boolean changed = line.take(arrival.clinic(), arrival.report());
            if (changed && looks == Looks.AFTER_EACH_CHANGE) {
                watches.stream()
                        .filter(watch -> watch.concerns(arrival.clinic()))
                        .forEach(watch -> watch.look(line));
            }
        }
        if (looks == Looks.AFTER_EACH_WEEK) {
            watches.forEach(watch -> watch.look(line));
        }
    }

    /** The nulls of Table 9's systems by measure; the figures in words have none, so their monitors cannot alert. */
    private static Map<String, Double> nulls() {
        var directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("dripline"))) {
            directory = directory.getParent();
        }
        Map<String, Double> nulls = new TreeMap<>();
        try (var file =
                Files.newBufferedReader(directory.resolve("services/reporting/src/main/resources/baselines.yaml"))) {
            List<Map<String, List<Map<String, Object>>>> rows = new Yaml().load(file);
            rows.stream()
                    .flatMap(row -> row.get("figures").stream())
                    .filter(figure -> figure.get("id").toString().startsWith("table9-") && figure.get("high") != null)
                    .forEach(figure -> nulls.put(figure.get("measure").toString(), (Double) figure.get("high")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return nulls;
    }

    @Override
    public String toString() {
        return "seed %d: %s".formatted(run.seed(), watches);
    }
}
