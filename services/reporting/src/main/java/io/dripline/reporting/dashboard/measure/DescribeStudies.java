package io.dripline.reporting.dashboard.measure;

import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.BaselineNull;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.baseline.NullFromFigure;
import io.dripline.reporting.baseline.StudyCohort;
import io.dripline.reporting.dashboard.chart.ForestMark;
import io.dripline.reporting.dashboard.chart.ForestPlot;
import io.dripline.reporting.dashboard.chart.PercentAxis;
import io.dripline.reporting.dashboard.chart.Shape;
import io.dripline.reporting.dashboard.layout.Addresses;
import io.dripline.reporting.dashboard.layout.Literature;
import io.dripline.reporting.dashboard.layout.NullWords;
import io.dripline.reporting.incidence.Rate;
import io.dripline.statistics.ClopperPearson;
import io.dripline.statistics.Counts;
import io.dripline.statistics.Interval;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From the catalogue's figures of a measure to the lines of a forest plot, the comparable first. */
final class DescribeStudies {

    private static final double LEVEL = 0.95;

    private final Baselines baselines;

    DescribeStudies(Baselines baselines) {
        this.baselines = baselines;
    }

    /** The axis on which every figure of the measure and the observed rate lie. */
    PercentAxis axis(Shown shown, Rate observed) {
        Interval interval = observed.clopperPearson();
        double ours = interval == null ? 0 : interval.high();
        double theirs = figures(shown.measure())
                .map(DescribeStudies::mark)
                .flatMap(mark -> Stream.of(
                        mark.band() == null ? null : Double.valueOf(mark.band().high()),
                        mark.figure(),
                        mark.whisker() == null
                                ? null
                                : Double.valueOf(mark.whisker().high())))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        return PercentAxis.reaching(Math.max(ours, theirs), 0.1);
    }

    /**
     * Each is held against what is shown by what is printed; what an officer states of a null stands beside it, for it speaks of
     * another number.
     *
     * @param stating the nulls in force that state how their events were counted, by figure
     */
    List<StudyLine> lines(Shown shown, Map<String, BaselineNull> stating, PercentAxis axis) {
        return figures(shown.measure())
                .map(figure -> line(figure, stating.get(figure.id()), shown, axis))
                .sorted(Comparator.comparing(StudyLine::resemblance))
                .toList();
    }

    private Stream<Baseline> figures(String measure) {
        return baselines.all().stream()
                .filter(figure -> figure.measure().equals(measure))
                // Computed from the others, not published.
                .filter(figure -> figure.workings().pooled().isEmpty());
    }

    private static StudyLine line(Baseline figure, @Nullable BaselineNull stating, Shown shown, PercentAxis axis) {
        HoldAgainst.Held held = HoldAgainst.of(figure, shown);
        ForestMark mark = mark(figure);
        return new StudyLine(
                figure,
                held.resemblance(),
                stating == null
                        ? held.why()
                        : Stream.concat(held.why().stream(), NullWords.of(stating, figure).stream())
                                .toList(),
                ForestPlot.row(mark, axis),
                mark,
                Literature.inFull(figure),
                Literature.patients(figure),
                Literature.counted(figure),
                like(figure, shown));
    }

    /** Its count with its interval where there is one, else the range or the figure that was printed. */
    private static ForestMark mark(Baseline figure) {
        OptionalLong affected = NullFromFigure.affected(figure);
        String spoken = "%s: published %s".formatted(Literature.source(figure), figure.printed());
        if (figure.n() != null && affected.isPresent()) {
            double point = (double) affected.getAsLong() / figure.n();
            Interval interval = ClopperPearson.interval(new Counts(figure.n(), affected.getAsLong()), LEVEL);
            return new ForestMark(null, null, interval, point, null, Shape.DIAMOND, "STUDY", spoken);
        }
        return new ForestMark(
                Literature.band(figure), Literature.single(figure), null, null, null, Shape.DIAMOND, "STUDY", spoken);
    }

    private static @Nullable String like(Baseline figure, Shown shown) {
        var filter = StudyCohort.of(figure).filter();
        return filter.isEmpty() || filter.equals(shown.cohort()) ? null : Addresses.measure(shown.measure(), filter);
    }
}
