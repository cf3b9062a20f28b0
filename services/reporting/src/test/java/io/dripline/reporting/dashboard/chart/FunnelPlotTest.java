package io.dripline.reporting.dashboard.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.reporting.dashboard.chart.FunnelPlot.Group;
import io.dripline.reporting.dashboard.chart.FunnelPlot.Limits;
import io.dripline.statistics.Interval;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is drawn of clinics lies where its number lies. */
class FunnelPlotTest {

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
                        new Group(200, 0.5, Shape.TRIANGLE_UP, "EXCEEDS", "far", "far"),
                        new Group(100, 0.1, Shape.CIRCLE, "OURS", "", "near")),
                limits,
                0.1,
                "exposed");

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
                "One", "", List.of(new Group(1, 0, Shape.RING, "TOO_FEW", "one", "one")), List.of(), 0, "exposed");

        assertThat(drawing.curves()).isEmpty();
        assertThat(drawing.symbols()).hasSize(1);
    }

    /** Clinics of one size and rate, as small ones are, and as far off as an axis goes. */
    @ParameterizedTest
    @ValueSource(longs = {1, 100, 200})
    void noNameLiesOverAnother(long size) {
        List<Group> groups = IntStream.range(0, 6)
                .mapToObj(i -> new Group(
                        size, 0.5 + i * 0.001, Shape.TRIANGLE_UP, "EXCEEDS", "clinic-number-%d".formatted(i), "spoken"))
                .toList();
        List<Group> all = Stream.concat(
                        groups.stream(), Stream.of(new Group(200, 0.1, Shape.CIRCLE, "OURS", "", "largest")))
                .toList();

        Drawing drawing = FunnelPlot.draw("Clinics", "", all, List.of(), 0.1, "exposed");

        List<Drawing.Label> names = drawing.labels().stream()
                .filter(label -> label.css().equals("value"))
                .toList();
        assertThat(names.stream().map(Drawing.Label::text))
                .containsExactlyElementsOf(groups.stream().map(Group::name).toList());
        assertThat(drawing.symbols()).hasSize(7);
        for (Drawing.Label one : names) {
            for (Drawing.Label other : names) {
                boolean isBeside = left(one) >= right(other) || left(other) >= right(one);
                assertThat(one == other || isBeside || Math.abs(one.y() - other.y()) >= 12)
                        .as("%s and %s", one, other)
                        .isTrue();
            }
            assertThat(left(one)).isNotNegative();
            assertThat(right(one)).isLessThanOrEqualTo(WeeklyPlot.WIDTH);
        }
    }

    /** What cannot be told apart any more is left to the points' tips and the table. */
    @Test
    void namesWithoutRoomAreLeftOut() {
        List<Group> groups = IntStream.range(0, 60)
                .mapToObj(i -> new Group(100, 0.5, Shape.TRIANGLE_UP, "EXCEEDS", "clinic-" + i, "spoken " + i))
                .toList();

        Drawing drawing = FunnelPlot.draw("Clinics", "", groups, List.of(), 0.1, "exposed");

        assertThat(drawing.labels().stream().filter(label -> label.css().equals("value")))
                .hasSizeBetween(4, 14);
        assertThat(drawing.symbols()).hasSize(60);
    }

    private static double left(Drawing.Label label) {
        return label.anchor().equals("end") ? label.x() - 6.6 * label.text().length() : label.x();
    }

    private static double right(Drawing.Label label) {
        return label.anchor().equals("end")
                ? label.x()
                : label.x() + 6.6 * label.text().length();
    }

    private static Interval interval(double half) {
        return new Interval(Math.max(0, 0.1 - half), Math.min(1, 0.1 + half));
    }

    /** Of the path's first place: a triangle begins at its top, a circle at its middle's height. */
    private static double y(String path) {
        return Double.parseDouble(path.split("[ aL]")[1]);
    }
}
