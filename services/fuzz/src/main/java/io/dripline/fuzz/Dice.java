package io.dripline.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Chance of one request: the same for the same seed and number, whatever was asked before. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed, long number) {
        random = new SplittableRandom(mixed(seed) ^ mixed(number + 0x9E3779B97F4A7C15L));
    }

    /** 0 to {@code bound - 1}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    double fraction() {
        return random.nextDouble();
    }

    long any() {
        return random.nextLong();
    }

    <T> T of(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Stafford's variant 13, so that near seeds and numbers have nothing in common. */
    private static long mixed(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
