package io.dripline.fuzz;

/**
 * A run that is short enough for every build: requests of a fixed seed, so that a build is as good as the one before. Others, and
 * longer, with {@code -Dfuzz.count=100000 -Dfuzz.seed=7 -Dfuzz.from=0}.
 */
public final class ShortRun {

    private static final int CONNECTIONS = 2;

    private ShortRun() {}

    /** What became of the requests; how many of which seeds is printed, with the heap of this process. */
    public static Outcome of(FuzzService service) {
        long seed = Long.getLong("fuzz.seed", 30);
        long from = Long.getLong("fuzz.from", 0);
        long count = Long.getLong("fuzz.count", 3_000);
        Outcome outcome = new Outcome();
        long before = heap();
        service.run(outcome, seed, from, count, CONNECTIONS);
        System.out.printf(
                "fuzz %s: %d requests from %d of seed %d; heap after collection %d, %d MiB%n  %s%n  let in: %s%n",
                service.name(), count, from, seed, before, heap(), outcome.answers(), outcome.successes());
        outcome.faults().forEach((fault, times) -> System.out.printf("  %d times %s%n", times, fault));
        return outcome;
    }

    /** MiB that are still held. */
    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
