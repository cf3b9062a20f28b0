package io.dripline.coding.nearest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;

/** The nearest of all by likeness. */
final class Nearby {

    private Nearby() {}

    /** The {@code limit} highest of those that are allowed, best first; of equal ones the first. */
    static List<NeighbourVotes.Neighbour> highest(float[] likeness, int limit, IntPredicate allowed) {
        Comparator<NeighbourVotes.Neighbour> worstFirst = Comparator.comparingDouble(NeighbourVotes.Neighbour::likeness)
                .thenComparing(
                        Comparator.comparingInt(NeighbourVotes.Neighbour::at).reversed());
        PriorityQueue<NeighbourVotes.Neighbour> best = new PriorityQueue<>(limit + 1, worstFirst);
        double least = Double.NEGATIVE_INFINITY;
        for (int at = 0; at < likeness.length; at++) {
            if (likeness[at] > least && allowed.test(at)) {
                best.add(new NeighbourVotes.Neighbour(at, likeness[at]));
                if (best.size() > limit) {
                    best.poll();
                    least = best.element().likeness();
                }
            }
        }
        List<NeighbourVotes.Neighbour> found = new ArrayList<>(best);
        found.sort(worstFirst.reversed());
        return found;
    }
}
