package io.dripline.reporting.baseline;

import io.dripline.contracts.incidence.Measures;
import io.dripline.statistics.ClopperPearson;
import io.dripline.statistics.Counts;
import io.dripline.statistics.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Derives how far each figure of a catalogue can be used. Words have no number; what contradicts itself is impossible;
 * what the file says to disagree is discordant, on both sides, if the printed numbers bear it out.
 */
final class DeriveStandings {

    private static final double LEVEL = 0.95;

    private final FindContradictions contradictions = new FindContradictions(Measures.standard());
    private final Map<String, Baseline> derived = new LinkedHashMap<>();

    private DeriveStandings() {}

    /**
     * The same figures with their standing, and a remark that gives the reason first.
     *
     * @throws IllegalArgumentException naming the figure whose disagreement does not exist
     */
    static List<Baseline> of(List<Baseline> printed) {
        return new DeriveStandings().derive(printed);
    }

    private List<Baseline> derive(List<Baseline> printed) {
        for (Baseline figure : printed) {
            List<String> reasons = contradictions.of(figure, printed);
            Baseline said = inWords(figure);
            derived.put(
                    figure.id(),
                    reasons.isEmpty() ? said : said.standing(Standing.IMPOSSIBLE, String.join(" ", reasons)));
        }
        Map<String, List<String>> disagreements = new LinkedHashMap<>();
        for (Baseline figure : printed) {
            for (String other : figure.workings().disagreesWith()) {
                disagree(figure.id(), other);
                disagreements
                        .computeIfAbsent(figure.id(), id -> new ArrayList<>())
                        .add(other);
                disagreements.computeIfAbsent(other, id -> new ArrayList<>()).add(figure.id());
            }
        }
        disagreements.forEach((id, others) ->
                derived.computeIfPresent(id, (same, figure) -> figure.standing(Standing.DISCORDANT, inWords(others))));
        return List.copyOf(derived.values());
    }

    /** The figure, its remark saying what callers could not know otherwise. */
    private static Baseline inWords(Baseline figure) {
        Workings workings = figure.workings();
        Baseline said = figure;
        if (workings.repeats() != null) {
            said = said.standing(said.standing(), "The same figure as %s.".formatted(workings.repeats()));
        }
        if (workings.narrowedTo() != null) {
            said = said.standing(said.standing(), "Counts only %s.".formatted(workings.narrowedTo()));
        }
        if (figure.kind() == FigureKind.PROPORTION && figure.n() == null && !isUpTo(figure)) {
            said = said.standing(said.standing(), "Printed without the number of patients.");
        }
        return said;
    }

    private String inWords(List<String> others) {
        return derived.values().stream()
                .filter(figure -> others.contains(figure.id()))
                .map(figure -> "%s (%s)".formatted(figure.id(), figure.printed()))
                .collect(Collectors.joining(", ", "Disagrees with ", "."));
    }

    private void disagree(String one, String other) {
        Interval here = plausible(one, one);
        Interval there = plausible(one, other);
        if (here.low() <= there.high() && there.low() <= here.high()) {
            throw new IllegalArgumentException(
                    "baselines.yaml (%s): disagreesWith: the figure agrees with %s, %.3f to %.3f with %.3f to %.3f"
                            .formatted(one, other, here.low(), here.high(), there.low(), there.high()));
        }
    }

    private Interval plausible(String asked, String id) {
        Baseline figure = derived.get(id);
        return Optional.ofNullable(figure)
                .filter(found -> found.standing() == Standing.USABLE)
                .flatMap(DeriveStandings::plausible)
                .orElseThrow(() -> new IllegalArgumentException(
                        "baselines.yaml (%s): disagreesWith: expected a proportion that does not contradict itself, found %s"
                                .formatted(asked, figure == null ? "no figure " + id : id)));
    }

    /** Where the incidence lies by the figure alone: the range printed, or the 95 % interval where patients are. */
    private static Optional<Interval> plausible(Baseline figure) {
        Double low = figure.low();
        Double high = figure.high();
        Long n = figure.n();
        OptionalLong x = NullFromFigure.affected(figure);
        return switch (figure.kind()) {
            case RELATIVE_RISK, QUALITATIVE -> Optional.empty();
            case RANGE, PROPORTION, COUNT -> {
                if (n != null && x.isPresent()) {
                    yield Optional.of(ClopperPearson.interval(new Counts(n, x.getAsLong()), LEVEL));
                }
                if (high == null) {
                    yield Optional.empty();
                }
                double from = low != null ? low : isUpTo(figure) ? 0 : high;
                yield Optional.of(new Interval(from, high));
            }
        };
    }

    private static boolean isUpTo(Baseline figure) {
        return figure.printed().startsWith("up to ");
    }
}
