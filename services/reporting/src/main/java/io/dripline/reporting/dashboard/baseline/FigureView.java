package io.dripline.reporting.dashboard.baseline;

import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.BaselineNull;
import io.dripline.reporting.dashboard.layout.Addresses;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.dashboard.layout.Literature;
import io.dripline.reporting.dashboard.layout.NullWords;
import io.dripline.reporting.dashboard.layout.ShownTime;
import io.dripline.reporting.dashboard.layout.Words;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A published figure as pages show it.
 *
 * @param inForce its null; null where it has none
 * @param former nulls that it had before, the latest first
 */
public record FigureView(Baseline figure, @Nullable NullLine inForce, List<NullLine> former) {

    /**
     * A null that a figure has or had.
     *
     * @param p0 as a page writes it
     * @param from where it is from, in words
     * @param states how its events were counted, as the officer who gave it states; none where nothing is stated
     * @param at when an officer gave it; null where it follows from what is printed, as are who and why
     */
    public record NullLine(
            BaselineNull given,
            String p0,
            String from,
            List<String> states,
            @Nullable ShownTime at) {

        public NullLine {
            states = List.copyOf(states);
        }

        static NullLine of(Baseline figure, BaselineNull given) {
            return new NullLine(
                    given,
                    Figures.nullPercent(given.p0()),
                    given.at() != null
                            ? "set by an officer"
                            : figure.workings().pooled().isEmpty() ? "from the source" : "pooled",
                    NullWords.of(given, figure),
                    given.at() == null ? null : new ShownTime(given.at()));
        }
    }

    public FigureView {
        former = List.copyOf(former);
    }

    /** @param nulls the one in force first */
    static FigureView of(Baseline figure, List<BaselineNull> nulls) {
        List<NullLine> lines =
                nulls.stream().map(given -> NullLine.of(figure, given)).toList();
        return new FigureView(
                figure,
                lines.isEmpty() ? null : lines.getFirst(),
                lines.isEmpty() ? List.of() : lines.subList(1, lines.size()));
    }

    public String id() {
        return figure.id();
    }

    public String href() {
        return Addresses.figure(figure.id());
    }

    public String measure() {
        return Words.measure(figure.measure());
    }

    public String measureHref() {
        return Addresses.measure(figure.measure(), Map.of());
    }

    public String standing() {
        return Words.standing(figure.standing());
    }

    /** The same as a sentence. */
    public String standingSentence() {
        return switch (figure.standing()) {
            case USABLE -> "It contradicts neither itself nor other printed figures.";
            case DISCORDANT -> "It disagrees with other printed figures, not with itself.";
            case IMPOSSIBLE -> "It contradicts itself: kept as printed, never a null by itself.";
            case NO_NUMBER -> "It is printed in words: a null is an officer's to give.";
        };
    }

    public String printed() {
        return Literature.inFull(figure);
    }

    public String patients() {
        return Literature.patients(figure);
    }

    public String counted() {
        return Literature.counted(figure);
    }

    public String indication() {
        return words("indication", figure.indication());
    }

    public String route() {
        return words("route", figure.route());
    }

    public String formulation() {
        return words("formulation", figure.formulation());
    }

    public String ascertainment() {
        return words("ascertainment", figure.ascertainment());
    }

    public String population() {
        return stated(figure.population());
    }

    public String country() {
        return stated(figure.country());
    }

    public String dose() {
        return stated(figure.dose());
    }

    public String arm() {
        return stated(figure.arm());
    }

    public String window() {
        return stated(figure.window());
    }

    public String unit() {
        Unit unit = figure.unit();
        if (unit == null) {
            return Literature.NOT_STATED;
        }
        return unit == Unit.FIRST_COURSE ? "each patient once" : Words.units(unit);
    }

    public String size() {
        return figure.n() == null ? Literature.NOT_STATED : Figures.count(figure.n());
    }

    private static String words(String dimension, @Nullable Enum<?> value) {
        return value == null ? Literature.NOT_STATED : Words.value(dimension, value.name());
    }

    private static String stated(@Nullable String text) {
        return text == null ? Literature.NOT_STATED : text;
    }
}
