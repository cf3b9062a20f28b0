package io.dripline.reporting.dashboard.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Places names beside points so that none lies over another; one for which there is no room is left to its point's tip. */
final class PlaceNames {

    /** A name. @param x where it begins or ends, by its anchor @param y of the line that its letters stand on */
    record Name(double x, double y, String anchor, String text) {}

    /** Of a letter in the charts' style, at most: names are estimated rather too long than too short. */
    private static final double LETTER = 7;

    private static final double LINE = 14;
    private static final double HEIGHT = 12;
    private static final double BESIDE = 9;

    /** From the middle of a line to what its letters stand on. */
    private static final double TO_BASE = 4;

    /** Lines up or down from its point at which a name still seems to belong to it. */
    private static final List<Integer> LINES = List.of(0, -1, 1, -2, 2, -3, 3);

    private record Box(double left, double middle, double right) {

        boolean overlaps(Box other) {
            return left < other.right && other.left < right && Math.abs(middle - other.middle) < HEIGHT;
        }
    }

    private final double left;
    private final double right;
    private final double top;
    private final double bottom;
    private final List<Box> taken = new ArrayList<>();

    /** @param left of the room that there is */
    PlaceNames(double left, double right, double top, double bottom) {
        this.left = left;
        this.right = right;
        this.top = top;
        this.bottom = bottom;
    }

    /** Where the name of a point can stand: on its freer side, else on the other, else a few lines off. */
    Optional<Name> beside(double x, double y, String text) {
        boolean isRight = x > (left + right) / 2;
        for (int lines : LINES) {
            for (boolean before : List.of(isRight, !isRight)) {
                double middle = y + lines * LINE;
                double edge = before ? x - BESIDE : x + BESIDE;
                double length = text.length() * LETTER;
                Box box = before ? new Box(edge - length, middle, edge) : new Box(edge, middle, edge + length);
                if (isWithin(box) && taken.stream().noneMatch(box::overlaps)) {
                    taken.add(box);
                    return Optional.of(new Name(edge, middle + TO_BASE, before ? "end" : "start", text));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isWithin(Box box) {
        return box.left() >= left && box.right() <= right && box.middle() >= top && box.middle() <= bottom;
    }
}
