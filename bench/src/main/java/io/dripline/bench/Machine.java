package io.dripline.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** On what was measured: a figure says nothing without it. */
public final class Machine {

    private Machine() {}

    /** Prints it on a line. */
    public static void print() {
        System.out.println(describe());
    }

    /** Processors, what waits for them on the average of the last minute, Java and the operating system. */
    public static String describe() {
        return String.format(
                Locale.ROOT,
                "on %d cores, a load of %.1f, Java %s, %s",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.version(),
                System.getProperty("os.name"));
    }
}
