package io.dripline.bench;

/** On what was measured: a figure says nothing without it. */
final class Machine {

    private Machine() {}

    static void print() {
        System.out.printf(
                "on %d cores, Java %s, %s%n",
                Runtime.getRuntime().availableProcessors(), Runtime.version(), System.getProperty("os.name"));
    }
}
