package io.dripline.reporting.dashboard.chart;

import io.dripline.statistics.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Proportions of groups by their size, between the limits in which groups of that size are expected. */
public final class FunnelPlot {

    /** A room is looked for among all points and names: for more it would take longer than a reader waits. */
    private static final int MOST_NAMED = 200;

    private static final int BOTTOM = WeeklyPlot.HEIGHT - 46;
    private static final double ROOM = 1.25;
    private static final int LONGEST_NAME = 24;

    /** Places at which limits are asked for; they are steep where groups are small. */
    private static final int STEPS = 60;

    private FunnelPlot() {}

    /**
     * A group.
     *
     * @param z how far it lies from all on the scale of the limits, 0 where nothing can be compared
     * @param css what its point is
     * @param name written beside it where there is room
     */
    public record Group(long size, double proportion, double z, Shape shape, String css, String name, String spoken) {}

    /** The limits for one size. @param inner the narrower ones @param outer the wider ones */
    public record Limits(long size, Interval inner, Interval outer) {}

    /** A picture. @param unnamed how many groups have no name in it, for want of room */
    public record Drawn(Drawing picture, int unnamed) {}

    /**
     * Draws groups; those that lie furthest from all, by their |z|, are the first to be named.
     *
     * @param groups at least one
     * @param limits by ascending size, as {@link #sizes} asks for them; empty where nothing can be compared
     * @param centre the proportion of all
     * @param sizeName what a size is, several of it
     */
    public static Drawn draw(
            String title, String description, List<Group> groups, List<Limits> limits, double centre, String sizeName) {
        CountAxis sizes = axis(groups.stream().mapToLong(Group::size).max().orElseThrow());
        PercentAxis proportions = PercentAxis.reaching(top(groups, limits, centre));
        Scale x = sizes.scale(WeeklyPlot.LEFT, WeeklyPlot.RIGHT - 10.0);
        Scale y = proportions.scale(BOTTOM, WeeklyPlot.TOP);
        Canvas canvas = new Canvas();
        WeeklyPlot.rows(canvas, proportions.ticks(), y);
        canvas.stroke("axis", WeeklyPlot.LEFT, BOTTOM, WeeklyPlot.RIGHT, BOTTOM);
        for (Tick tick : sizes.ticks()) {
            double at = x.at(tick.value());
            canvas.stroke("axis", at, BOTTOM, at, BOTTOM + 5.0);
            canvas.label("tick", at, BOTTOM + 19.0, "middle", tick.label());
        }
        canvas.label("tick", (WeeklyPlot.LEFT + WeeklyPlot.RIGHT) / 2.0, BOTTOM + 38.0, "middle", sizeName);
        canvas.stroke("figure", WeeklyPlot.LEFT, y.at(centre), WeeklyPlot.RIGHT, y.at(centre));
        curve(canvas, "limit", limits, x, y, limit -> limit.inner().low());
        curve(canvas, "limit", limits, x, y, limit -> limit.inner().high());
        curve(canvas, "limit outer", limits, x, y, limit -> limit.outer().low());
        curve(canvas, "limit outer", limits, x, y, limit -> limit.outer().high());
        // Upwards there is room above the highest line, so that a name can stand beside a point that lies on it.
        PlaceNames names =
                new PlaceNames(WeeklyPlot.LEFT, WeeklyPlot.RIGHT, WeeklyPlot.TOP - PlaceNames.HEIGHT / 2, BOTTOM);
        for (Group group : groups) {
            double at = x.at(group.size());
            double height = y.at(group.proportion());
            canvas.symbol("point " + group.css(), group.shape(), at, height, 5, group.spoken());
            names.keepFree(at, height);
        }
        int unnamed = Math.max(0, groups.size() - MOST_NAMED);
        for (Group group : groups.stream()
                .sorted(Comparator.comparingDouble(group -> -Math.abs(group.z())))
                .limit(MOST_NAMED)
                .toList()) {
            Optional<PlaceNames.Name> name =
                    names.beside(x.at(group.size()), y.at(group.proportion()), cut(group.name()));
            name.ifPresent(placed -> write(canvas, placed));
            unnamed += name.isPresent() ? 0 : 1;
        }
        String whole = unnamed == 0
                ? description
                : "%s Without a name for want of room: %d of %d."
                        .formatted(description, unnamed, groups.size())
                        .strip();
        return new Drawn(canvas.drawing(WeeklyPlot.WIDTH, WeeklyPlot.HEIGHT, title, whole), unnamed);
    }

    private static void write(Canvas canvas, PlaceNames.Name name) {
        if (name.leader() != null) {
            canvas.stroke(
                    "leader",
                    Scale.rounded(name.leader().x1),
                    Scale.rounded(name.leader().y1),
                    Scale.rounded(name.leader().x2),
                    Scale.rounded(name.leader().y2));
        }
        canvas.label("value", name.x(), name.y(), name.anchor(), name.text());
    }

    /** The sizes at which limits are to be told, ascending. @param largest group */
    public static List<Long> sizes(long largest) {
        long top = axis(largest).top();
        List<Long> sizes = new ArrayList<>();
        for (int i = 1; i <= STEPS; i++) {
            // Denser where they are steep.
            double part = (double) i / STEPS;
            long size = Math.max(1, Math.round(top * part * part));
            if (sizes.isEmpty() || size > sizes.getLast()) {
                sizes.add(size);
            }
        }
        return sizes;
    }

    private static CountAxis axis(long largest) {
        return CountAxis.reaching(largest);
    }

    private static double top(List<Group> groups, List<Limits> limits, double centre) {
        double points = groups.stream().mapToDouble(Group::proportion).max().orElse(0);
        long smallest = groups.stream().mapToLong(Group::size).min().orElse(1);
        // Left of the smallest group the limits reach over all of the axis, and say nothing of anybody.
        double limit = limits.stream()
                .filter(one -> one.size() >= smallest)
                .map(one -> one.inner().high())
                .findFirst()
                .orElse(0.0);
        return Math.min(
                1, DoubleStream.of(points * ROOM, limit, centre * ROOM).max().orElse(0));
    }

    private static void curve(
            Canvas canvas, String css, List<Limits> limits, Scale x, Scale y, ToDoubleFunction<Limits> value) {
        Stream<Canvas.Place> places = limits.stream()
                .filter(limit -> value.applyAsDouble(limit) <= y.high())
                .map(limit -> new Canvas.Place(x.at(limit.size()), y.at(value.applyAsDouble(limit))));
        canvas.curve(css, places.toList());
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }
}
