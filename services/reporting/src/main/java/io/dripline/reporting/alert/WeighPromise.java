package io.dripline.reporting.alert;

import io.dripline.contracts.alert.Promise;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.monitor.Monitor;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Weighs whether a monitor's evidence carries the false-alarm promise. An excess is shown at once either way; this says
 * how far it can be relied on.
 */
public final class WeighPromise {

    /** The most first courses that may have been replaced by a session received late, for each that counts. */
    private static final double REPLACED_LIMIT = 0.01;

    private static final int WEEKS_NAMED = 6;

    private WeighPromise() {}

    /** The promise of a monitor judged on these counts. */
    public static Promised weigh(Monitor monitor, Baseline baseline, Judgement judgement) {
        List<String> remarks = new ArrayList<>(broken(monitor, baseline, judgement));
        Promise promise = remarks.isEmpty() ? Promise.HOLDS : Promise.NONE;
        if (!judgement.weeks().isEmpty()) {
            promise = promise == Promise.NONE ? Promise.NONE : Promise.PROVISIONAL;
            remarks.add(openWeeks(judgement));
        }
        remarks.addAll(unstated(baseline));
        return new Promised(promise, remarks);
    }

    private static List<String> broken(Monitor monitor, Baseline baseline, Judgement judgement) {
        List<String> reasons = new ArrayList<>();
        if (monitor.unit() != Unit.FIRST_COURSE) {
            reasons.add("Sessions and courses of one patient are not independent; only first courses carry a promise.");
        }
        if (judgement.replaced() > REPLACED_LIMIT * judgement.exposed()) {
            reasons.add(
                    "%d first courses, beside %d that count, were replaced by an earlier session that was received late; above 1 %% there is no promise."
                            .formatted(judgement.replaced(), judgement.exposed()));
        }
        IsoWeek made = IsoWeek.of(monitor.createdAt().atOffset(ZoneOffset.UTC).toLocalDate());
        if (monitor.startWeek() != null && monitor.startWeek().compareTo(made) < 0) {
            reasons.add(
                    "The monitor starts in %s, before it was made in %s; a start chosen after the fact carries no promise."
                            .formatted(monitor.startWeek(), made));
        }
        String asked = monitor.cohort().get("ascertainment");
        if (baseline.ascertainment() != null
                && asked != null
                && !asked.equals(baseline.ascertainment().name())) {
            reasons.add("Not comparable: the cohort's events were ascertained by %s, the published ones by %s."
                    .formatted(asked, baseline.ascertainment()));
        }
        return reasons;
    }

    /** What clinics state to have performed does not reach reporting yet, so every week that is counted is open. */
    private static String openWeeks(Judgement judgement) {
        List<JudgedWeek> weeks = judgement.weeks();
        String named = weeks.size() <= WEEKS_NAMED
                ? weeks.stream().map(week -> week.week().toString()).collect(Collectors.joining(", "))
                : "%d weeks from %s to %s"
                        .formatted(
                                weeks.size(),
                                weeks.getFirst().week(),
                                weeks.getLast().week());
        return "Sessions without events may still be missing: the counts are not compared yet with how many sessions the clinics"
                + " performed. Open: " + named + ".";
    }

    private static List<String> unstated(Baseline baseline) {
        List<String> remarks = new ArrayList<>();
        if (baseline.unit() == null) {
            remarks.add("The source does not state whether it counts patients, courses or infusions.");
        }
        if (baseline.ascertainment() == null) {
            remarks.add("The source does not state how events were ascertained.");
        }
        if (baseline.window() == null) {
            remarks.add("The source does not state the time over which events were counted.");
        }
        return remarks;
    }
}
