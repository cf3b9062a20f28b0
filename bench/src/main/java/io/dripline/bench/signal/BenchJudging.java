package io.dripline.bench.signal;

/** Times the judging of monitors. */
final class BenchJudging {

    private BenchJudging() {}

    /** Arguments: none. */
    public static void main(String[] arguments) {
        if (arguments.length > 0) {
            throw new IllegalArgumentException(arguments[0] + ": no such option\nusage: ./dripline bench judging");
        }
        System.out.println(Environment.describe());
        System.out.printf(
                "%,d monitors with %d weeks each, processor time of one thread:%n%n%s",
                JudgingSpeed.MONITORS, JudgingSpeed.WEEKS, new JudgingSpeed(BenchSignal.SEED).table());
    }
}
