package io.dripline.reporting.monitor;

import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.Unit;
import io.dripline.contracts.session.Ascertainment;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.BaselineNull;
import io.dripline.reporting.baseline.CountedEvents;
import io.dripline.reporting.baseline.CountedEvents.Said;
import io.dripline.reporting.baseline.StudyCohort;
import io.dripline.reporting.baseline.Window;
import io.dripline.reporting.incidence.Dimension;
import io.dripline.reporting.monitor.Suggestion.Aspect;
import io.dripline.reporting.monitor.Suggestion.Resemblance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in which aspects the clinics' sessions are comparable with a study, and in which they are not. */
final class CompareStudy {

    private static final String OFFICER = "The officer who set the null states ";

    private final Baseline figure;
    private final CountedEvents counted;
    private final StudyCohort cohort;
    private final RecentExposures.Spread spread;

    /** @param inForce the null of the figure */
    CompareStudy(Baseline figure, BaselineNull inForce, StudyCohort cohort, RecentExposures.Spread spread) {
        this.figure = figure;
        this.counted = CountedEvents.of(figure, inForce.states(), inForce.overrides());
        this.cohort = cohort;
        this.spread = spread;
    }

    List<Aspect> aspects() {
        List<Aspect> aspects = new ArrayList<>();
        aspects.add(of(Dimension.ROUTE, "route", "the route"));
        aspects.add(of(Dimension.FORMULATION, "formulation", "whether ketamine was racemic"));
        aspects.add(of(Dimension.REGIMEN, "regimen", "whether one session was planned or several"));
        aspects.add(of(Dimension.INDICATION, "indication", "one indication"));
        aspects.add(dose());
        aspects.add(ascertainment());
        aspects.add(window());
        aspects.add(unit());
        return aspects;
    }

    private Aspect of(Dimension dimension, String aspect, String what) {
        List<String> values = cohort.values().get(dimension);
        if (values == null) {
            return new Aspect(
                    aspect,
                    null,
                    Resemblance.NOT_STATED,
                    "The source does not state %s; ours: %s.".formatted(what, ours(dimension)));
        }
        String value = values.getFirst();
        return new Aspect(
                aspect,
                value,
                Resemblance.COMPARABLE,
                "The study's is %s, and the monitor counts no other.".formatted(words(value)));
    }

    private Aspect dose() {
        List<String> bands = cohort.values().get(Dimension.DOSE_BAND);
        if (bands == null) {
            return new Aspect(
                    "dose",
                    figure.dose(),
                    Resemblance.NOT_STATED,
                    figure.dose() == null
                            ? "The source does not state the dose; ours: %s.".formatted(ours(Dimension.DOSE_BAND))
                            : "What is printed does not give one planned dose for each kilogram; ours: %s."
                                    .formatted(ours(Dimension.DOSE_BAND)));
        }
        if (bands.size() == 1) {
            return new Aspect(
                    "dose",
                    figure.dose(),
                    Resemblance.COMPARABLE,
                    "The study's doses lie in the band %s, and the monitor counts no other."
                            .formatted(words(bands.getFirst())));
        }
        return new Aspect(
                "dose",
                figure.dose(),
                Resemblance.NOT_COMPARABLE,
                "The study's doses lie in the bands %s. A cohort names one band only, so the monitor counts every dose; %d of %d lie in these bands."
                        .formatted(
                                bands.stream().map(CompareStudy::words).collect(Collectors.joining(" and ")),
                                spread.of(Dimension.DOSE_BAND, bands),
                                spread.exposed()));
    }

    private Aspect ascertainment() {
        Said<Ascertainment> said = counted.ascertainment();
        if (!said.byOfficer() || said.value() == null) {
            return of(Dimension.ASCERTAINMENT, "ascertainment", "how events were asked for");
        }
        return new Aspect(
                "ascertainment",
                said.value().name(),
                Resemblance.COMPARABLE,
                OFFICER + words(said.value().name()) + inPlaceOf(said) + ". The monitor counts no other.");
    }

    /** What the source said instead, which is overridden, or says since, or that it says nothing. */
    private static String inPlaceOf(Said<?> said) {
        if (said.sinceStated() != null) {
            return ", the source now " + words(String.valueOf(said.sinceStated()));
        }
        return said.overridden() == null
                ? ", the source nothing"
                : " in place of the source's " + words(String.valueOf(said.overridden()));
    }

    private Aspect window() {
        String window = counted.window().value();
        if (window == null) {
            return new Aspect(
                    "window",
                    null,
                    Resemblance.NOT_STATED,
                    "The source does not state over which time it counted; ours: over a first course.");
        }
        Said<String> said = counted.window();
        String who = said.byOfficer() ? OFFICER + window + inPlaceOf(said) + ". It was counted" : "The source counted";
        if (counted.countsLongTermUse()) {
            return new Aspect(
                    "window",
                    window,
                    Resemblance.NOT_COMPARABLE,
                    who + " over long-term use, in which more happens than over a first course.");
        }
        boolean isSingle = cohort.filter().containsKey(Dimension.REGIMEN.field())
                && "SINGLE".equals(cohort.filter().get(Dimension.REGIMEN.field()));
        return new Aspect(
                "window",
                window,
                Resemblance.COMPARABLE,
                Window.INFUSION.is(window) && !isSingle
                        ? who + " over one infusion; a first course may be several, within 72 hours of each other."
                        : said.byOfficer()
                                ? who + " over one treatment, as here."
                                : "Both counted over one treatment.");
    }

    private Aspect unit() {
        Unit unit = figure.unit();
        if (unit == null) {
            return new Aspect(
                    "unit",
                    null,
                    Resemblance.NOT_STATED,
                    "The source does not state whether it counted patients, courses or infusions; ours: each patient once.");
        }
        return unit == Unit.FIRST_COURSE
                ? new Aspect("unit", unit.name(), Resemblance.COMPARABLE, "Both count each patient once.")
                : new Aspect(
                        "unit",
                        unit.name(),
                        Resemblance.NOT_COMPARABLE,
                        "The source counted patients more than once; the monitor counts each patient's first course.");
    }

    /** Values by falling number, such as "310 racemic, 12 unstated". */
    private String ours(Dimension dimension) {
        return spread.by().getOrDefault(dimension, Map.of()).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> "%d %s".formatted(entry.getValue(), words(entry.getKey())))
                .collect(Collectors.joining(", "));
    }

    private static String words(@Nullable String value) {
        return value == null || value.equals(Cell.UNSTATED)
                ? "unstated"
                : value.toLowerCase(Locale.ROOT).replace("_0_5", " 0.5").replace('_', ' ');
    }
}
