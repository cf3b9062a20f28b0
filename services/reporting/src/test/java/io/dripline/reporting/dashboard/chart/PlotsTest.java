package io.dripline.reporting.dashboard.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.reporting.dashboard.chart.Drawing.Stroke;
import io.dripline.statistics.Interval;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is drawn lies where its number lies. */
class PlotsTest {

    private static final IsoWeek FIRST = new IsoWeek(2026, 1);

    @Test
    void aMarkHasItsPointBetweenItsWhiskersEndsOverItsBand() {
        PercentAxis axis = new PercentAxis(0.1, 0.02);

        Drawing row = ForestPlot.row(mark(new Interval(0.04, 0.08), 0.06, new Interval(0.05, 0.07), null), axis);

        Drawing.Box band = row.boxes().getFirst();
        Stroke whisker = strokes(row, "whisker").getFirst();
        double point = x(row.symbols().getFirst());
        assertThat(band.x()).isLessThan(whisker.x1());
        assertThat(whisker.x1()).isLessThan(point);
        assertThat(point).isLessThan(whisker.x2());
        assertThat(whisker.x2()).isLessThan(band.x() + band.width());
        // 0.06 of 0.1 between the margins.
        assertThat(point).isEqualTo(14 + 0.6 * 292, within(0.06));
    }

    @Test
    void aWhiskerThatRunsOutOfThePictureHasNoEndThere() {
        PercentAxis axis = new PercentAxis(0.1, 0.02);

        Drawing within = ForestPlot.row(mark(null, 0.06, new Interval(0.05, 0.07), null), axis);
        Drawing beyond = ForestPlot.row(mark(null, 0.06, new Interval(0.05, 0.2), null), axis);

        assertThat(strokes(within, "whisker")).hasSize(3);
        assertThat(strokes(beyond, "whisker")).hasSize(2);
        assertThat(beyond.strokes())
                .allSatisfy(stroke -> assertThat(stroke.x2()).isLessThanOrEqualTo(beyond.width()));
    }

    @Test
    void whatAwaitsCodingLeadsFromThePointToWhatItMayBecome() {
        Drawing row = ForestPlot.row(mark(null, 0.05, new Interval(0.04, 0.06), 0.08), new PercentAxis(0.1, 0.02));

        assertThat(strokes(row, "possible")).singleElement().satisfies(stroke -> {
            assertThat(stroke.x1()).isEqualTo(x(row.symbols().getFirst()), within(0.1));
            assertThat(stroke.x2()).isGreaterThan(stroke.x1());
        });
    }

    @Test
    void whatIsNotKnownIsNotDrawn() {
        Drawing row = ForestPlot.row(mark(null, null, null, null), new PercentAxis(0.1, 0.02));

        assertThat(row.symbols()).isEmpty();
        assertThat(row.boxes()).isEmpty();
        assertThat(strokes(row, "whisker")).isEmpty();
    }

    @Test
    void allMarksInOnePictureHaveTheirNamesAndFiguresAndOneAxis() {
        ForestMark mark = mark(new Interval(0.04, 0.08), 0.06, new Interval(0.05, 0.07), null);

        Drawing whole = ForestPlot.whole(
                "Title",
                "Words",
                List.of(new ForestPlot.Line("One", "6.0 %", mark), new ForestPlot.Line("Two", "6.0 %", mark)),
                new PercentAxis(0.1, 0.02));

        assertThat(whole.labels()).extracting(Drawing.Label::text).contains("One", "Two", "6.0 %", "0 %", "10 %");
        assertThat(whole.symbols()).hasSize(2);
        assertThat(x(whole.symbols().getFirst())).isEqualTo(x(whole.symbols().getLast()));
        assertThat(whole.spoken()).isEqualTo("Title. Words");
        assertThat(whole.labels()).allSatisfy(label -> assertThat(label.y()).isBetween(0.0, whole.height()));
    }

    @Test
    void aHeadingIsWrappedIntoThePictureAndStandsAboveIt() {
        Drawing drawing = new Drawing(
                200,
                50,
                "one two three four five six seven eight nine ten",
                "words",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        assertThat(drawing.heading()).hasSizeGreaterThan(2).allSatisfy(line -> {
            assertThat(line.text().length()).isLessThanOrEqualTo(24);
            assertThat(line.y()).isBetween(-drawing.head(), -1.0);
        });
        assertThat(drawing.heading().getLast().text()).isEqualTo("words");
        assertThat(drawing.heightWithHead()).isEqualTo(50 + drawing.head());
    }

    @Test
    void aValueOfManyWordsIsCutInThePicture() {
        ForestMark mark = mark(null, 0.06, new Interval(0.05, 0.07), null);

        Drawing whole = ForestPlot.whole(
                "Title",
                "",
                List.of(new ForestPlot.Line("One", "many words ".repeat(20), mark)),
                new PercentAxis(0.1, 0.02));

        assertThat(whole.labels()).extracting(Drawing.Label::text).anyMatch(text -> text.endsWith("…"));
    }

    @Test
    void weeksStandInTheirOrderWithTheirWhiskers() {
        List<Week> weeks = IntStream.range(0, 5)
                .mapToObj(i ->
                        new Week(FIRST.plus(2 * i), 0.02 * i, 0.02 * i, new Interval(0.01 * i, 0.03 * i), "week " + i))
                .toList();

        Drawing drawing = WeeklyPlot.draw("Title", "", weeks, new Published(0.04, 0.08));

        assertThat(drawing.symbols()).extracting(Drawing.Symbol::tip).contains("week 0", "week 4");
        assertThat(strokes(drawing, "whisker"))
                .hasSize(5)
                .isSortedAccordingTo((a, b) -> Double.compare(a.x1(), b.x1()));
        // A larger proportion lies higher.
        assertThat(drawing.symbols().getLast())
                .satisfies(last ->
                        assertThat(y(last)).isLessThan(y(drawing.symbols().getFirst())));
        assertThat(drawing.boxes())
                .singleElement()
                .satisfies(band -> assertThat(band.height()).isPositive());
    }

    @Test
    void aWeekOfFewExposuresDoesNotFlattenTheOthersAndSaysThatItsWhiskerGoesOn() {
        Week many = new Week(FIRST, 0.06, 0.06, new Interval(0.05, 0.07), "many");
        Week one = new Week(FIRST.plus(1), 0, 0, new Interval(0, 0.975), "one");

        Drawing drawing = WeeklyPlot.draw("Title", "", List.of(many, one), null);

        assertThat(drawing.symbols())
                .filteredOn(symbol -> symbol.css().equals("beyond"))
                .hasSize(1);
        double bottom = y(drawing.symbols().getLast());
        double six = y(drawing.symbols().stream()
                .filter(s -> "many".equals(s.tip()))
                .findFirst()
                .orElseThrow());
        assertThat(bottom - six).as("the room that 6 % has").isGreaterThan(WeeklyPlot.HEIGHT / 4.0);
    }

    @Test
    void onePublishedFigureIsALineAndNoBand() {
        Week week = new Week(FIRST, 0.06, 0.09, new Interval(0.05, 0.07), "week");

        Drawing drawing = WeeklyPlot.draw("Title", "", List.of(week), new Published(null, 0.08));

        assertThat(drawing.boxes()).isEmpty();
        assertThat(strokes(drawing, "figure")).hasSize(1);
        assertThat(strokes(drawing, "possible")).hasSize(1);
    }

    @Test
    void anAlertStandsAboveTheThresholdWhereItWasRaised() {
        List<EvidencePlot.Point> points = List.of(
                new EvidencePlot.Point(FIRST, -0.5, "a"),
                new EvidencePlot.Point(FIRST.plus(1), 2, "b"),
                new EvidencePlot.Point(FIRST.plus(3), 6, "c"));

        Drawing drawing = EvidencePlot.draw(
                "Title", "", points, List.of(new EvidencePlot.Raised(FIRST.plus(3), 6, "alert")), 200);

        Stroke threshold = strokes(drawing, "threshold").getFirst();
        Drawing.Symbol alert = drawing.symbols().getLast();
        assertThat(alert.css()).isEqualTo("raised");
        assertThat(y(alert)).as("ln 200 is 5.3").isLessThan(threshold.y1());
        assertThat(drawing.labels()).extracting(Drawing.Label::text).contains("alert at 200", "2026-W01");
        assertThat(drawing.curves())
                .singleElement()
                .satisfies(curve -> assertThat(curve.path().split("L")).hasSize(3));
    }

    @Test
    void weeksWithoutAPointBreakTheLine() {
        List<Sparkline.Point> points = List.of(
                new Sparkline.Point(FIRST, 0.05),
                new Sparkline.Point(FIRST.plus(1), 0.06),
                new Sparkline.Point(FIRST.plus(5), 0.04),
                new Sparkline.Point(FIRST.plus(6), 0.05),
                new Sparkline.Point(FIRST.plus(9), 0.05));

        Drawing drawing = Sparkline.draw("Title", FIRST, FIRST.plus(10), points, new Published(0.04, 0.08));

        assertThat(drawing.curves()).hasSize(2);
        assertThat(drawing.boxes()).hasSize(1);
        assertThat(drawing.symbols()).extracting(Drawing.Symbol::css).contains("point tiny", "point small");
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void aShapeIsClosedAndDrawnAroundItsPlace(Shape shape) {
        assertThat(shape.path(10, 20, 4)).startsWith("M").endsWith("z").doesNotContain(",");
    }

    private static ForestMark mark(
            @Nullable Interval band, @Nullable Double point, @Nullable Interval whisker, @Nullable Double possible) {
        return new ForestMark(band, null, whisker, point, possible, Shape.CIRCLE, "WITHIN_RANGE", "words");
    }

    private static List<Stroke> strokes(Drawing drawing, String css) {
        return drawing.strokes().stream()
                .filter(stroke -> stroke.css().startsWith(css))
                .toList();
    }

    /** The place of a circle or a triangle, which begin at its left edge or its tip. */
    private static double x(Drawing.Symbol symbol) {
        return Double.parseDouble(symbol.path().substring(1).split(" ")[0]) + 5;
    }

    private static double y(Drawing.Symbol symbol) {
        return Double.parseDouble(symbol.path().split("[ aL]")[1]);
    }
}
