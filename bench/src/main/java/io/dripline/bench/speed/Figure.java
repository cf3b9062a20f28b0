package io.dripline.bench.speed;

/**
 * A figure that a run can be told.
 *
 * @param name with its dashes
 * @param usual unless it is told
 * @param fast the same for a short look at whether it runs
 * @param least that is accepted
 * @param meaning for whoever asks for help
 */
record Figure(String name, long usual, long fast, long least, String meaning) {

    Figure {
        if (!name.startsWith("--") || usual < least || fast < least) {
            throw new IllegalArgumentException(name + ": expected two dashes before, and figures of at least " + least);
        }
    }
}
