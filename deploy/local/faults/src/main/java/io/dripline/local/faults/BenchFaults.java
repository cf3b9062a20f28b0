package io.dripline.local.faults;

import io.dripline.local.door.LineFailure;
import io.dripline.local.stack.Journal;
import io.dripline.local.stack.LocalStack;
import io.dripline.local.stack.Ports;
import io.dripline.local.stack.StackConfig;
import io.dripline.local.stack.StackFailure;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./dripline bench faults}: starts a line of its own, breaks it again and again, and adds up what was found. */
@Command(
        name = "./dripline bench faults",
        sortOptions = false,
        description =
                "Starts a line of its own on data of its own, breaks one part after another while clinics report over links that"
                        + " are cut, and after each cycle holds what was stored, counted and raised to what was acknowledged.",
        footer = {
            "",
            "Cycles add up in cycles.csv beside the data: called again it goes on. Remove the directory to begin anew."
        })
public final class BenchFaults implements Callable<Integer> {

    /** Beside ./dripline up on its usual ports. */
    private static final int OFFSET = 5_000;

    @Parameters(index = "0", hidden = true)
    private Path checkout = Path.of("");

    @Option(names = "--cycles", paramLabel = "NUMBER", description = "how many (default: ${DEFAULT-VALUE})")
    private int cycles = 20;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "decides on order, moments, cuts and reports (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(
            names = "--pace",
            paramLabel = "NUMBER",
            description = "reports a second, each posted three times (default: ${DEFAULT-VALUE})")
    private int pace = 20;

    @Option(
            names = "--suspended",
            paramLabel = "SECONDS",
            description = "how long a stopped process stands still (default: ${DEFAULT-VALUE})")
    private int suspended = 30;

    @Option(
            names = "--away",
            paramLabel = "SECONDS",
            description = "how long Kafka or PostgreSQL is away (default: ${DEFAULT-VALUE})")
    private int away = 30;

    @Option(
            names = "--preload",
            paramLabel = "SESSIONS",
            description = "report so many before the first cycle, on new data (default: none)")
    private int preload;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "FAULT",
            description = "these faults alone, by the names of the table that is printed at the end")
    private List<String> only = List.of();

    @Option(
            names = "--data",
            paramLabel = "DIRECTORY",
            description = "where the line keeps its data (default: .dripline/faults)")
    private @Nullable Path data;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    private BenchFaults() {}

    /** Exits with 1 if anything was lost, doubled or counted wrongly in any cycle on these data. */
    public static void main(String[] arguments) {
        System.exit(command().execute(arguments));
    }

    static CommandLine command() {
        return new CommandLine(new BenchFaults())
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((mistake, given) -> {
                    mistake.getCommandLine()
                            .getErr()
                            .println("dripline: %s; ./dripline bench faults --help lists what it takes"
                                    .formatted(mistake.getMessage()));
                    return 1;
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof LineFailure
                            || failure instanceof StackFailure
                            || failure instanceof IllegalArgumentException) {
                        command.getErr().println("dripline: " + failure.getMessage());
                        return 1;
                    }
                    throw failure;
                });
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        check(cycles >= 1, "--cycles: expected 1 or more, found " + cycles);
        check(pace >= 1 && pace <= 200, "--pace: expected 1 to 200, found " + pace);
        check(preload >= 0, "--preload: expected 0 or more, found " + preload);
        check(suspended >= 1, "--suspended: expected 1 second or more, found " + suspended);
        check(away >= 1, "--away: expected 1 second or more, found " + away);
        List<Fault> faults = possible(
                only.isEmpty()
                        ? List.of(Fault.values())
                        : only.stream().map(Fault::named).toList());

        StackConfig config = StackConfig.of(checkout);
        config = config.withData(data == null ? config.data().resolve("faults") : data)
                .withPorts(Ports.of(System.getenv()).shiftedBy(OFFSET));
        Cycles done = Cycles.in(config.data().resolve("cycles.csv"));
        System.out.println("starting a line on " + config.data());
        try (var stack = new LocalStack(config, Journal.SILENT)) {
            // Ctrl-C in the middle leaves nothing running.
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
            stack.start();
            System.out.println(environment());
            var run = new RunCycle(stack, Duration.ofSeconds(suspended), Duration.ofSeconds(away), pace);
            int first = done.next();
            if (preload > 0 && first == 1) {
                System.out.printf(
                        Locale.ROOT,
                        "%d sessions reported and counted in %.0f s%n",
                        preload,
                        run.preload("faults", preload, seed));
            }
            for (int number = first; number < first + cycles; number++) {
                done.begin(number);
                var outcome = run.run("faults", number, seed, fault(faults, number));
                done.add(outcome.cycle());
                System.out.println(outcome.text());
            }
        }
        System.out.println(TellCycle.summary(done.all()));
        if (done.unended() > 0) {
            System.out.printf("%d cycles were begun and did not end%n", done.unended());
        }
        System.out.println(environment());
        return done.all().stream().allMatch(Cycle::isWell) ? 0 : 1;
    }

    /** Without those that this machine cannot do, each of which is named. */
    private static List<Fault> possible(List<Fault> wanted) {
        List<Fault> possible = new ArrayList<>();
        for (Fault fault : wanted) {
            Inflict.hindrance(fault)
                    .ifPresentOrElse(
                            why -> System.out.printf("left out: %s, because %s%n", fault.id(), why),
                            () -> possible.add(fault));
        }
        check(!possible.isEmpty(), "none of these faults can be done here");
        return possible;
    }

    /** Each fault once in as many cycles as there are faults, in an order of the seed. */
    private Fault fault(List<Fault> faults, int number) {
        int round = (number - 1) / faults.size();
        List<Fault> shuffled = new ArrayList<>(faults);
        Collections.shuffle(shuffled, new Random(Arrays.hashCode(new long[] {seed, round})));
        return shuffled.get((number - 1) % faults.size());
    }

    private static String environment() {
        return String.format(
                Locale.ROOT,
                "%d cores, load average %.1f, Java %s, %s",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.version(),
                System.getProperty("os.name"));
    }

    private static void check(boolean isSo, String otherwise) {
        if (!isSo) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
