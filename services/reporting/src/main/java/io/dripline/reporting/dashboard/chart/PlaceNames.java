package io.dripline.reporting.dashboard.chart;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Places names beside points, one after the other, so that none lies over another, over a point or over a line to one, and none leaves
 * the picture; one for which there is no room is left to its point's tip.
 */
final class PlaceNames {

    /**
     * A name.
     *
     * @param x where it begins or ends, by its anchor
     * @param y of the line that its letters stand on
     * @param leader from its point to it; null where it stands right beside
     */
    record Name(double x, double y, String anchor, String text, Line2D.@Nullable Double leader) {}

    /** From the top of a line to its bottom. */
    static final double HEIGHT = 14;

    /** From the middle of a line to what its letters stand on. */
    private static final double TO_BASE = 4;

    /** Around a point's middle, with a little air. */
    private static final double POINT = 6;

    private static final double BESIDE = 9;

    /** How far from its point a name begins, and how many lines up or down it stands, at which it still seems to belong to it. */
    private record Offset(double across, int lines) {

        double distance() {
            return Math.hypot(across - BESIDE, lines * HEIGHT);
        }

        boolean isBeside() {
            return across == BESIDE && lines == 0;
        }
    }

    /** Beside at the same height a point further off would seem to be meant. */
    private static final List<Offset> OFFSETS = DoubleStream.of(BESIDE, 24, 48)
            .boxed()
            .flatMap(across -> IntStream.rangeClosed(-4, 4).mapToObj(lines -> new Offset(across, lines)))
            .filter(offset -> offset.lines() != 0 || offset.isBeside())
            .sorted(Comparator.comparingDouble(Offset::distance))
            .toList();

    private final Rectangle2D room;
    private final List<Rectangle2D> taken = new ArrayList<>();
    private final List<Line2D> leaders = new ArrayList<>();

    /** @param left of the room that there is */
    PlaceNames(double left, double right, double top, double bottom) {
        room = new Rectangle2D.Double(left, top, right - left, bottom - top);
    }

    /** Keeps a point free; all points are told before the first name. */
    void keepFree(double x, double y) {
        taken.add(new Rectangle2D.Double(x - POINT, y - POINT, 2 * POINT, 2 * POINT));
    }

    /** Where the name of a point can stand: on its freer side, else on the other, else a little way off at the end of a line. */
    Optional<Name> beside(double x, double y, String text) {
        boolean isRight = x > room.getCenterX();
        double length = lengthOf(text);
        for (Offset offset : OFFSETS) {
            for (boolean before : List.of(isRight, !isRight)) {
                double edge = before ? x - offset.across() : x + offset.across();
                double middle = y + offset.lines() * HEIGHT;
                Rectangle2D box =
                        new Rectangle2D.Double(before ? edge - length : edge, middle - HEIGHT / 2, length, HEIGHT);
                Line2D.@Nullable Double leader = offset.isBeside() ? null : leader(x, y, edge, middle);
                if (isFree(box) && (leader == null || isFree(leader, x, y))) {
                    taken.add(box);
                    if (leader != null) {
                        leaders.add(leader);
                    }
                    return Optional.of(new Name(edge, middle + TO_BASE, before ? "end" : "start", text, leader));
                }
            }
        }
        return Optional.empty();
    }

    /** From the edge of the point to just before the name. */
    private static Line2D.Double leader(double x, double y, double edge, double middle) {
        double length = Math.hypot(edge - x, middle - y);
        double begins = POINT / length;
        double ends = Math.max(begins, 1 - 2 / length);
        return new Line2D.Double(
                x + (edge - x) * begins, y + (middle - y) * begins, x + (edge - x) * ends, y + (middle - y) * ends);
    }

    private boolean isFree(Rectangle2D box) {
        return room.contains(box)
                && taken.stream().noneMatch(box::intersects)
                && leaders.stream().noneMatch(box::intersectsLine);
    }

    /** Over its own point's place it may lie, which others may share. */
    private boolean isFree(Line2D leader, double x, double y) {
        return taken.stream().filter(box -> !box.contains(x, y)).noneMatch(box -> box.intersectsLine(leader))
                && leaders.stream().noneMatch(leader::intersectsLine);
    }

    /** How long a name is, of 12 pixels, in the widest of the charts' fonts: rather too long than too short. */
    static double lengthOf(String text) {
        return text.codePoints().mapToDouble(PlaceNames::widthOf).sum();
    }

    private static double widthOf(int letter) {
        if ("ijltfrI.,:;'|!()[]-/ ".indexOf(letter) >= 0) {
            return 5;
        }
        if (letter >= 0x2E80 || "mwMW@%—…".indexOf(letter) >= 0) {
            return 12.5;
        }
        return Character.isUpperCase(letter) ? 9.8 : 7.9;
    }
}
