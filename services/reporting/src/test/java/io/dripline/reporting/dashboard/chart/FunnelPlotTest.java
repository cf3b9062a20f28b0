package io.dripline.reporting.dashboard.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.reporting.dashboard.chart.FunnelPlot.Group;
import io.dripline.reporting.dashboard.chart.FunnelPlot.Limits;
import io.dripline.statistics.Counts;
import io.dripline.statistics.Interval;
import io.dripline.statistics.OverdispersedFunnel;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is drawn of clinics lies where its number lies. */
class FunnelPlotTest {

    private static final Font FONT = liberation();

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 5, 6, 7, 60, 61, 999, 1000, 123_456, 4_000_000_000L})
    void anAxisOfCountsHoldsTheLargestWithFewTicks(long largest) {
        CountAxis axis = CountAxis.reaching(largest);

        assertThat(axis.top()).isGreaterThanOrEqualTo(Math.max(1, largest));
        assertThat(axis.ticks()).hasSizeBetween(2, 7);
        assertThat(axis.ticks().getLast().value()).isEqualTo(axis.top());
    }

    @Test
    void aGroupLiesAboveALimitThatItExceeds() {
        List<Limits> limits = FunnelPlot.sizes(200).stream()
                .map(size -> new Limits(size, interval(1 / Math.sqrt(size)), interval(1.6 / Math.sqrt(size))))
                .toList();

        Drawing drawing = FunnelPlot.draw(
                        "Clinics",
                        "",
                        List.of(
                                new Group(200, 0.5, 4, Shape.TRIANGLE_UP, "EXCEEDS", "far", "far"),
                                new Group(100, 0.1, 0, Shape.CIRCLE, "OURS", "near", "near")),
                        limits,
                        0.1,
                        "exposed")
                .picture();

        assertThat(drawing.curves().stream().map(Drawing.Curve::css))
                .containsExactly("limit", "limit", "limit outer", "limit outer");
        double far = y(drawing.symbols().getFirst().path());
        double near = y(drawing.symbols().getLast().path());
        double centre = drawing.strokes().stream()
                .filter(stroke -> stroke.css().equals("figure"))
                .findFirst()
                .orElseThrow()
                .y1();
        String outer = drawing.curves().getLast().path();
        assertThat(near).isEqualTo(centre);
        assertThat(far)
                .as("higher is smaller")
                .isLessThan(Double.parseDouble(outer.substring(outer.lastIndexOf(' ') + 1)));
        assertThat(drawing.labels().stream().map(Drawing.Label::text)).contains("far", "exposed");
    }

    @Test
    void oneGroupWithoutLimitsIsDrawn() {
        Drawing drawing = FunnelPlot.draw(
                        "One",
                        "",
                        List.of(new Group(1, 0, 0, Shape.RING, "TOO_FEW", "one", "one")),
                        List.of(),
                        0,
                        "exposed")
                .picture();

        assertThat(drawing.curves()).isEmpty();
        assertThat(drawing.symbols()).hasSize(1);
    }

    /** Three clinics, a network and a country's, as chance makes them; a few stand out, and two are one upon the other. */
    @ParameterizedTest
    @CsvSource({"3, 3", "30, 20", "100, 15"})
    void noNameLiesOverAnotherOrOverAPointAndNoneLeavesThePicture(int clinics, int leastNamed) {
        List<Group> groups = clinics(clinics);

        FunnelPlot.Drawn drawn = FunnelPlot.draw("Clinics", "All: 10 %.", groups, List.of(), 0.1, "exposed");

        List<Drawing.Label> names = names(drawn);
        assertThat(names.size()).isBetween(leastNamed, clinics).isEqualTo(clinics - drawn.unnamed());
        assertThat(drawn.picture().description())
                .isEqualTo(
                        drawn.unnamed() == 0
                                ? "All: 10 %."
                                : "All: 10 %%. Without a name for want of room: %d of %d."
                                        .formatted(drawn.unnamed(), clinics));
        assertThat(drawn.picture().symbols().stream().map(Drawing.Symbol::tip))
                .as("the points of all tell whose they are")
                .containsExactlyElementsOf(groups.stream().map(Group::spoken).toList());
        Rectangle2D picture = new Rectangle2D.Double(0, 0, WeeklyPlot.WIDTH, WeeklyPlot.HEIGHT);
        for (Drawing.Label one : names) {
            assertThat(picture.contains(box(one))).as("%s in the picture", one).isTrue();
            assertThat(names.stream().filter(other -> other != one).filter(other -> box(one).intersects(box(other))))
                    .as("names over %s", one)
                    .isEmpty();
            assertThat(drawn.picture().symbols().stream().filter(point -> box(one).intersects(box(point))))
                    .as("points under %s", one)
                    .isEmpty();
            assertThat(leaders(drawn).stream().filter(leader -> box(one).intersectsLine(leader)))
                    .as("lines through %s", one)
                    .isEmpty();
        }
    }

    /** Of one size and rate, as small clinics are, and as far off as an axis goes. */
    @ParameterizedTest
    @ValueSource(longs = {1, 100, 200})
    void whoseNameStandsAwayFromItsPointHasALineToIt(long size) {
        List<Group> groups = Stream.concat(
                        IntStream.range(0, 6)
                                .mapToObj(i -> group(size, 0.5 + i * 0.001, "clinic-number-%d".formatted(i))),
                        Stream.of(group(200, 0.1, "largest")))
                .toList();

        FunnelPlot.Drawn drawn = FunnelPlot.draw("Clinics", "", groups, List.of(), 0.1, "exposed");

        assertThat(names(drawn).stream().map(Drawing.Label::text))
                .containsExactlyInAnyOrderElementsOf(
                        groups.stream().map(Group::name).toList());
        List<Rectangle2D> points =
                drawn.picture().symbols().stream().map(FunnelPlotTest::box).toList();
        for (Drawing.Label name : names(drawn)) {
            double edge = name.x();
            double middle = name.y() - 4;
            boolean isBeside = points.stream()
                    .anyMatch(point ->
                            Math.abs(point.getCenterY() - middle) < 0.2 && Math.abs(point.getCenterX() - edge) < 9.2);
            assertThat(isBeside
                            || leaders(drawn).stream()
                                    .anyMatch(leader -> leader.getP2().distance(edge, middle) < 2.2
                                            && points.stream()
                                                    .anyMatch(point -> leader.getP1()
                                                                    .distance(point.getCenterX(), point.getCenterY())
                                                            < 6.2)))
                    .as("%s belongs to a point", name)
                    .isTrue();
        }
        assertThat(leaders(drawn)).as("not all can stand beside").isNotEmpty();
    }

    @Test
    void aNameStandsBesideAPointOnTheHighestLine() {
        FunnelPlot.Drawn drawn =
                FunnelPlot.draw("Clinics", "", List.of(group(33, 1, "clinic-north")), List.of(), 1, "exposed");

        assertThat(names(drawn)).hasSize(1);
        assertThat(leaders(drawn)).isEmpty();
    }

    /** What stands out is what a reader looks for. */
    @Test
    void whoLiesFurthestFromAllIsNamedFirst() {
        List<Group> groups = Stream.concat(
                        IntStream.range(0, 60).mapToObj(i -> group(100, 0.1 + i * 0.0001, "clinic-" + i)),
                        Stream.of(group(100, 0.12, "far-above"), group(100, 0.08, "far-below")))
                .toList();

        FunnelPlot.Drawn drawn = FunnelPlot.draw("Clinics", "", groups, List.of(), 0.1, "exposed");

        assertThat(names(drawn)).hasSizeLessThan(groups.size());
        assertThat(names(drawn).stream().map(Drawing.Label::text)).contains("far-above", "far-below");
        assertThat(drawn.picture().symbols()).hasSize(groups.size());
    }

    /** Where clinics differ by more than chance, a large one lies within the limits at a rate at which chance alone would not leave it. */
    @Test
    void whoLiesFurtherOnTheScaleOfTheLimitsIsNamedBeforeALargerOneWithinThem() {
        List<Counts> counts = Stream.concat(
                        IntStream.range(0, 40).mapToObj(i -> new Counts(40_000, i % 2 == 0 ? 3_000 : 5_200)),
                        Stream.of(new Counts(500, 150)))
                .toList();
        List<Double> z = OverdispersedFunnel.of(counts).z();
        List<Group> groups = IntStream.range(0, counts.size())
                .mapToObj(i -> group(
                        counts.get(i).exposed(),
                        (double) counts.get(i).affected() / counts.get(i).exposed(),
                        z.get(i),
                        i == 40 ? "beyond" : "within-" + i))
                .toList();
        FunnelPlot.Drawn drawn = FunnelPlot.draw("Clinics", "", groups, List.of(), 0.1, "exposed");

        assertThat(z.subList(0, 40)).allMatch(within -> Math.abs(within) < 1.96);
        assertThat(z.getLast()).isGreaterThan(3.09);
        assertThat(names(drawn).getFirst().text()).isEqualTo("beyond");
    }

    private static List<Group> clinics(int number) {
        Random random = new Random(number);
        return IntStream.range(0, number)
                .mapToObj(i -> {
                    long size = 20 + random.nextInt(400);
                    double rate = i % 10 == 0 ? 0.22 : 0.1;
                    long affected = IntStream.range(0, (int) size)
                            .filter(one -> random.nextDouble() < rate)
                            .count();
                    return i == 1
                            ? group(200, 0.1, "Twin of Mount Wellington Campus")
                            : i == 2
                                    ? group(200, 0.1, "WOMEN'S")
                                    : group(size, (double) affected / size, "clinic-%d".formatted(i));
                })
                .toList();
    }

    private static Group group(long size, double rate, String name) {
        return group(size, rate, (rate - 0.1) * Math.sqrt(size), name);
    }

    private static Group group(long size, double rate, double z, String name) {
        return new Group(size, rate, z, Shape.TRIANGLE_UP, "EXCEEDS", name, "spoken of " + name);
    }

    private static List<Drawing.Label> names(FunnelPlot.Drawn drawn) {
        return drawn.picture().labels().stream()
                .filter(label -> label.css().equals("value"))
                .toList();
    }

    private static List<Line2D> leaders(FunnelPlot.Drawn drawn) {
        return drawn.picture().strokes().stream()
                .filter(stroke -> stroke.css().equals("leader"))
                .<Line2D>map(stroke -> new Line2D.Double(stroke.x1(), stroke.y1(), stroke.x2(), stroke.y2()))
                .toList();
    }

    /** As long as its letters are, of 12 pixels, in a font that is at hand; those of browsers are up to a tenth wider. */
    private static Rectangle2D box(Drawing.Label label) {
        double width = 1.1
                * FONT.getStringBounds(label.text(), new FontRenderContext(null, true, true))
                        .getWidth();
        return new Rectangle2D.Double(
                label.anchor().equals("end") ? label.x() - width : label.x(), label.y() - 9.5, width, 12);
    }

    private static Rectangle2D box(Drawing.Symbol point) {
        double[] places = Arrays.stream(point.path().split("[ MLz]+"))
                .filter(place -> !place.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
        double left = Math.min(places[0], Math.min(places[2], places[4]));
        double right = Math.max(places[0], Math.max(places[2], places[4]));
        double top = Math.min(places[1], Math.min(places[3], places[5]));
        double bottom = Math.max(places[1], Math.max(places[3], places[5]));
        return new Rectangle2D.Double(left, top, right - left, bottom - top);
    }

    private static Font liberation() {
        try (InputStream font =
                PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, font).deriveFont(12f);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Interval interval(double half) {
        return new Interval(Math.max(0, 0.1 - half), Math.min(1, 0.1 + half));
    }

    /** Of the path's first place: a triangle begins at its top, a circle at its middle's height. */
    private static double y(String path) {
        return Double.parseDouble(path.split("[ aL]")[1]);
    }
}
