package io.dripline.local.demo.clinic;

import java.util.List;
import java.util.Random;

/**
 * Random choices under a name. Each name has its own stream, so what one course draws never moves another. {@link Random}
 * is specified to the bit: the same seed gives the same demo on every Java.
 */
final class Draws {

    private final Random random;

    private Draws(long mixed) {
        random = new Random(mixed);
    }

    /** The choices of a seed under a name. */
    static Draws of(long seed, String name) {
        return new Draws(mix(mix(seed) ^ name.hashCode()));
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The index of one of the weights, chosen in proportion to them. */
    int weighted(int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int left = random.nextInt(sum);
        int index = 0;
        while (left >= weights[index]) {
            left -= weights[index++];
        }
        return index;
    }

    /** Neighbouring seeds and names must not give similar streams; the finalizer of SplitMix64. */
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
