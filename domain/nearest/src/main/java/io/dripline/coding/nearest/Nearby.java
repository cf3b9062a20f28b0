package io.dripline.coding.nearest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/** The nearest of all by likeness. */
final class Nearby {

    private static final Comparator<NeighbourVotes.Neighbour> BEST_FIRST = Comparator.comparingDouble(
                    NeighbourVotes.Neighbour::likeness)
            .reversed()
            .thenComparingInt(NeighbourVotes.Neighbour::at);

    private Nearby() {}

    /** The {@code limit} best, best first; of equal ones the first. */
    static List<NeighbourVotes.Neighbour> best(List<NeighbourVotes.Neighbour> neighbours, int limit) {
        return neighbours.stream().sorted(BEST_FIRST).limit(limit).toList();
    }

    /** The places of the {@code limit} highest of those that are allowed, in no order; of equal ones the first. */
    static int[] highest(float[] likeness, int limit, IntPredicate allowed) {
        int[] heap = new int[limit];
        int size = 0;
        for (int at = 0; at < likeness.length; at++) {
            if (size == limit && likeness[at] <= likeness[heap[0]]) {
                continue;
            }
            if (!allowed.test(at)) {
                continue;
            }
            if (size < limit) {
                heap[size] = at;
                size++;
                rise(heap, size - 1, likeness);
            } else {
                heap[0] = at;
                sink(heap, likeness);
            }
        }
        return Arrays.copyOf(heap, size);
    }

    /** Whether one goes before the other is found: the worse, of equal ones the later. */
    private static boolean isWorse(int one, int other, float[] likeness) {
        return likeness[one] < likeness[other] || (likeness[one] == likeness[other] && one > other);
    }

    private static void rise(int[] heap, int from, float[] likeness) {
        int at = from;
        while (at > 0 && isWorse(heap[at], heap[(at - 1) / 2], likeness)) {
            swap(heap, at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
    }

    private static void sink(int[] heap, float[] likeness) {
        int at = 0;
        while (true) {
            int worst = at;
            for (int child = 2 * at + 1; child <= 2 * at + 2 && child < heap.length; child++) {
                worst = isWorse(heap[child], heap[worst], likeness) ? child : worst;
            }
            if (worst == at) {
                return;
            }
            swap(heap, at, worst);
            at = worst;
        }
    }

    private static void swap(int[] heap, int one, int other) {
        int swapped = heap[one];
        heap[one] = heap[other];
        heap[other] = swapped;
    }
}
