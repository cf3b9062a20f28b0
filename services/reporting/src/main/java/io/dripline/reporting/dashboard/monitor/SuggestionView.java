package io.dripline.reporting.dashboard.monitor;

import io.dripline.reporting.dashboard.layout.Addresses;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.dashboard.layout.Literature;
import io.dripline.reporting.dashboard.layout.Words;
import io.dripline.reporting.monitor.Suggestion;
import io.dripline.reporting.monitor.Suggestion.Aspect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A monitor that could be made, as the page shows it. */
public record SuggestionView(Suggestion suggestion) {

    /** One aspect. @param resemblance in words, its shape first */
    public record AspectLine(String name, String published, String resemblance, String sentence) {}

    public String title() {
        return "%s: %s".formatted(suggestion.study(), Words.measure(suggestion.measure()));
    }

    public String figureHref() {
        return Addresses.figure(suggestion.baseline());
    }

    public String standing() {
        return Words.standing(suggestion.standing());
    }

    public String p0() {
        return Figures.nullPercent(suggestion.p0());
    }

    public String cohort() {
        return suggestion.cohort().isEmpty() ? "all clinics" : Words.cohort(suggestion.cohort());
    }

    public String exposed() {
        return "%s %s in weeks %s to %s"
                .formatted(
                        Figures.count(suggestion.exposed()),
                        Words.units(suggestion.unit()),
                        suggestion.fromWeek(),
                        suggestion.toWeek());
    }

    public String population() {
        return suggestion.population() == null ? Literature.NOT_STATED : suggestion.population();
    }

    /** The form with all of it filled in but the share. */
    public String makeHref() {
        Map<String, String> stated = new LinkedHashMap<>(suggestion.cohort());
        stated.put("baseline", suggestion.baseline());
        stated.put("unit", suggestion.unit().name());
        return Addresses.with("/monitors/new", stated);
    }

    /** How many aspects are comparable, of how many. */
    public String comparable() {
        return "%d of %d"
                .formatted(
                        suggestion.aspects().stream()
                                .filter(aspect -> aspect.resemblance() == Suggestion.Resemblance.COMPARABLE)
                                .count(),
                        suggestion.aspects().size());
    }

    public List<AspectLine> aspects() {
        return suggestion.aspects().stream().map(SuggestionView::line).toList();
    }

    private static AspectLine line(Aspect aspect) {
        return new AspectLine(
                aspect.aspect(),
                published(aspect),
                switch (aspect.resemblance()) {
                    case COMPARABLE -> "● Comparable";
                    case NOT_COMPARABLE -> "◇ Not comparable";
                    case NOT_STATED -> "○ Not stated";
                },
                aspect.sentence());
    }

    /** Values of dimensions in words; what the source prints in its own stays as it is. */
    private static String published(Aspect aspect) {
        String published = aspect.published();
        if (published == null) {
            return Literature.NOT_STATED;
        }
        return published.matches("[A-Z][A-Z0-9_]+") ? Words.value(aspect.aspect(), published) : published;
    }
}
