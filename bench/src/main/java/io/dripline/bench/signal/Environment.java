package io.dripline.bench.signal;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** Where something was measured. */
final class Environment {

    private Environment() {}

    static String describe() {
        return String.format(
                Locale.ROOT,
                "%s, %d cores, a load of %.1f, Java %s, %s %s",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
    }
}
