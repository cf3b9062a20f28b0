package io.dripline.reporting.alert;

import io.dripline.contracts.alert.Promise;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.contracts.session.Ascertainment;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.CountedEvents;
import io.dripline.reporting.baseline.CountedEvents.Said;
import io.dripline.reporting.completeness.ClinicAndWeek;
import io.dripline.reporting.monitor.Monitor;
import io.dripline.reporting.monitor.UnseenWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Weighs whether a monitor's evidence carries the false-alarm promise. An excess is shown at once either way; this says
 * how far it can be relied on. Remarks hold no figure that changes with every session: an alert has a version for each other remark.
 */
public final class WeighPromise {

    /** The most first courses that may have been replaced by a session received late, for each that counts. */
    private static final double REPLACED_LIMIT = 0.01;

    private static final int WEEKS_NAMED = 6;

    private static final String ASCERTAINMENT = "ascertainment";
    private static final String BY_OFFICER = ", as stated by the officer who set it";

    private WeighPromise() {}

    /** The promise of a monitor that has raised nothing: nothing may be missing in what it counts. */
    public static Promised ofCounts(Monitor monitor, Baseline baseline, Judgement judgement, List<ClinicAndWeek> open) {
        return weigh(monitor, baseline, judgement, open.isEmpty() ? List.of() : List.of(missing(monitor, open)));
    }

    /** The promise of an alert: closed clinic-weeks alone must bear it out. */
    static Promised ofAlert(Monitor monitor, Baseline baseline, Judgement judgement, ClosedEvidence closed) {
        return weigh(
                monitor, baseline, judgement, closed.reaches() ? List.of() : List.of(notBorneOut(monitor, closed)));
    }

    private static Promised weigh(Monitor monitor, Baseline baseline, Judgement judgement, List<String> provisionally) {
        List<String> remarks = new ArrayList<>(broken(monitor, baseline, judgement));
        Promise promise = Promise.NONE;
        if (remarks.isEmpty()) {
            promise = provisionally.isEmpty() ? Promise.HOLDS : Promise.PROVISIONAL;
            remarks.addAll(provisionally);
        }
        remarks.addAll(unstated(monitor, baseline));
        return new Promised(promise, remarks);
    }

    private static List<String> broken(Monitor monitor, Baseline baseline, Judgement judgement) {
        List<String> reasons = new ArrayList<>();
        if (monitor.unit() != Unit.FIRST_COURSE) {
            reasons.add("Sessions and courses of one patient are not independent; only first courses carry a promise.");
        }
        if (judgement.replaced() > REPLACED_LIMIT * judgement.exposed()) {
            reasons.add("More than 1 % of first courses were replaced by an earlier session that was received late.");
        }
        LocalDate day = monitor.createdAt().atOffset(ZoneOffset.UTC).toLocalDate();
        IsoWeek made = IsoWeek.of(day);
        if (monitor.startWeek() == null && !monitor.predatesItsData()) {
            reasons.add(
                    "The monitor starts with the first session, before it was made in %s; a start chosen after the fact carries no promise."
                            .formatted(made));
        } else if (monitor.startWeek() != null
                && !monitor.predatesItsData()
                && monitor.startWeek().monday().isBefore(day)) {
            reasons.add(
                    "The monitor starts with %s, before it was made on %s; a start chosen after the fact carries no promise."
                            .formatted(monitor.startWeek(), day));
        }
        nullAfterTheFact(monitor).ifPresent(reasons::add);
        reasons.addAll(notComparable(monitor, baseline));
        return reasons;
    }

    /** A null that was there when the monitor was made was chosen without what it counts. */
    private static Optional<String> nullAfterTheFact(Monitor monitor) {
        Instant given = monitor.nullGivenAt();
        IsoWeek start = monitor.startWeek();
        if (given == null || start == null || start.compareTo(UnseenWeek.at(given)) >= 0) {
            return Optional.empty();
        }
        return Optional.of(
                "The null was given on %s, when days of %s, from which the monitor counts, may have been seen; a null chosen after the fact carries no promise."
                        .formatted(given.atOffset(ZoneOffset.UTC).toLocalDate(), start));
    }

    /** What makes the published figure another thing than what the monitor counts; empty where nothing is known to. */
    public static List<String> notComparable(Monitor monitor, Baseline baseline) {
        List<String> reasons = new ArrayList<>();
        CountedEvents published = CountedEvents.of(baseline, monitor.nullStates(), monitor.nullOverrides());
        Said<Ascertainment> ascertainment = published.ascertainment();
        String asked = monitor.cohort().get(ASCERTAINMENT);
        if (ascertainment.value() != null
                && asked != null
                && !asked.equals(ascertainment.value().name())) {
            reasons.add("Not comparable: the cohort's events were ascertained by %s, %s by %s%s."
                    .formatted(
                            asked,
                            ascertainment.byOfficer() ? "those behind the null" : "the published ones",
                            ascertainment.value(),
                            ascertainment.byOfficer() ? BY_OFFICER : ""));
        }
        if (published.countsLongTermUse()) {
            reasons.add(
                    "Not comparable: %s were counted over long-term use%s, the cohort's over single infusions and courses."
                            .formatted(
                                    published.window().byOfficer()
                                            ? "the events behind the null"
                                            : "the published events",
                                    published.window().byOfficer() ? BY_OFFICER : ""));
        }
        return reasons;
    }

    /** What the officer who set the null says of its events in place of the source; empty where only the source speaks. */
    public static List<String> byOfficer(Monitor monitor, Baseline baseline) {
        CountedEvents counted = CountedEvents.of(baseline, monitor.nullStates(), monitor.nullOverrides());
        List<String> remarks = new ArrayList<>();
        if (counted.ascertainment().byOfficer()) {
            remarks.addAll(ofAscertainment(counted));
        }
        if (counted.window().byOfficer()) {
            remarks.addAll(ofWindow(counted));
        }
        return remarks;
    }

    private static List<String> ofAscertainment(CountedEvents counted) {
        return ofSource(counted.ascertainment(), "how events were ascertained", "ascertained by");
    }

    private static List<String> ofWindow(CountedEvents counted) {
        return ofSource(counted.window(), "the time over which events were counted", "counted over");
    }

    private static String notBorneOut(Monitor monitor, ClosedEvidence closed) {
        return closed.open().isEmpty()
                ? "Nothing is missing up to the crossing, but the evidence of whole weeks alone does not reach the threshold; later weeks may."
                : "The evidence of closed weeks alone does not reach the threshold. " + missing(monitor, closed.open());
    }

    private static String missing(Monitor monitor, List<ClinicAndWeek> open) {
        String named = open.stream()
                .limit(WEEKS_NAMED)
                .map(week -> monitor.clinic() == null
                        ? week.clinic() + " " + week.week()
                        : week.week().toString())
                .collect(Collectors.joining(", "));
        String more = open.size() <= WEEKS_NAMED ? "" : " and %d more".formatted(open.size() - WEEKS_NAMED);
        return "Sessions without events may still be missing until the weeks' tallies equal what is posted and counted. Open: "
                + named + more + ".";
    }

    private static List<String> unstated(Monitor monitor, Baseline baseline) {
        List<String> remarks = new ArrayList<>();
        if (baseline.unit() == null) {
            remarks.add("The source does not state whether it counts patients, courses or infusions.");
        }
        CountedEvents published = CountedEvents.of(baseline, monitor.nullStates(), monitor.nullOverrides());
        remarks.addAll(ofAscertainment(published));
        if (published.ascertainment().value() != null && !monitor.cohort().containsKey(ASCERTAINMENT)) {
            remarks.add("%s were ascertained by %s%s, the cohort's in either way."
                    .formatted(
                            published.ascertainment().byOfficer()
                                    ? "The events behind the null"
                                    : "The published events",
                            published.ascertainment().value(),
                            published.ascertainment().byOfficer() ? BY_OFFICER : ""));
        }
        remarks.addAll(ofWindow(published));
        return remarks;
    }

    /** What the source leaves unsaid, and what an officer says in its place. */
    private static List<String> ofSource(Said<?> said, String what, String how) {
        if (said.overridden() != null) {
            return List.of(
                    "The source stated that events were %s %s when the null was given; the officer who set the null overrides that with %s."
                            .formatted(how, said.overridden(), said.value()));
        }
        if (said.sinceStated() != null) {
            return List.of("The source states now that events were %s %s; the officer who set the null states %s."
                    .formatted(how, said.sinceStated(), said.value()));
        }
        if (said.byOfficer()) {
            return List.of("The source does not state %s; the officer who set the null states %s."
                    .formatted(what, said.value()));
        }
        return said.value() == null ? List.of("The source does not state %s.".formatted(what)) : List.of();
    }
}
