package io.dripline.local.demo;

import io.dripline.local.demo.clinic.DemoClinic;
import io.dripline.local.demo.clinic.Run;
import io.dripline.local.demo.clinic.WriteReports;
import io.dripline.local.demo.line.Answers;
import io.dripline.local.demo.line.AuditorDoor;
import io.dripline.local.demo.line.ClinicDoor;
import io.dripline.local.door.LineFailure;
import io.dripline.local.stack.Ports;
import io.dripline.local.stack.StackConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Feeds the running line as three clinics: past weeks at once, then live sessions. */
@Command(
        name = "./dripline demo",
        sortOptions = false,
        description =
                "Feeds the running system as three clinics: past weeks at once, with tallies, then live sessions.",
        footer = {
            "",
            "From its week 13 on, 18 %% instead of 6 %% of the courses at clinic-east have a CNS event. The alert for it comes"
                    + " before the 26 weeks are over, and no other clinic or system alerts.",
            "",
            "The same seed in the same week adds no past sessions again; another seed, another number of weeks, or a later"
                    + " week adds other patients to those that are there. Live sessions are new each time."
        })
public final class Demo implements Callable<Integer> {

    /**
     * The seed unless another is given. 93 of the seeds 1 to 100 show the promised picture; with most of the others the alert
     * comes in the live weeks or names a later week. With this one the alert names the week in which the excess begins,
     * whichever part of a week has been counted when it latches.
     */
    static final long SEED = 37;

    /** Weeks by which the excess has lasted long enough. */
    static final int WEEKS = 26;

    @Parameters(index = "0", hidden = true)
    private Path checkout = Path.of("");

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "decides on everything that is reported (default: ${DEFAULT-VALUE})")
    private long seed = SEED;

    @Option(
            names = "--weeks",
            paramLabel = "NUMBER",
            description = "past weeks, 1 to 104, the last one being last week (default: ${DEFAULT-VALUE})")
    private int weeks = WEEKS;

    @Option(names = "--live", paramLabel = "MINUTES", description = "how long to go on live (default: until Ctrl-C)")
    private @Nullable Integer minutes;

    @Option(names = "--no-live", description = "end after the past weeks")
    private boolean pastOnly;

    @Option(
            names = "--pace",
            paramLabel = "NUMBER",
            description = "live sessions a minute, 1 to 600, over all three clinics (default: ${DEFAULT-VALUE})")
    private int pace = 30;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    private Demo() {}

    /**
     * Exits with 1 if the line cannot be fed, refuses a session, does not raise the alert that 26 weeks promise for about
     * the week in which the excess begins, or raises another beside it and that over all clinics.
     */
    public static void main(String[] arguments) {
        System.exit(command().execute(arguments));
    }

    static CommandLine command() {
        return new CommandLine(new Demo())
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((mistake, given) -> {
                    mistake.getCommandLine()
                            .getErr()
                            .println("dripline: %s; ./dripline demo --help lists what it takes"
                                    .formatted(mistake.getMessage()));
                    return 1;
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof LineFailure || failure instanceof IllegalArgumentException) {
                        command.getErr().println("dripline: " + failure.getMessage());
                        return 1;
                    }
                    throw failure;
                });
    }

    @Override
    public Integer call() throws InterruptedException {
        check(weeks >= 1 && weeks <= 104, "--weeks: expected 1 to 104, found " + weeks);
        check(pace >= 1 && pace <= 600, "--pace: expected 1 to 600, found " + pace);
        check(minutes == null || minutes >= 1, "--live: expected 1 minute or more, found " + minutes);
        check(minutes == null || !pastOnly, "--live and --no-live exclude each other");

        StackConfig config = StackConfig.of(checkout).withPorts(Ports.of(System.getenv()));
        try (Console console = Console.ofThisProcess()) {
            return feed(config, console) ? 0 : 1;
        }
    }

    /** Whether all was taken and what was promised came. */
    private boolean feed(StackConfig config, Console console) throws InterruptedException {
        var run = Run.before(LocalDate.now(DemoClinic.SOUTH.zone()), seed, weeks);
        var write = new WriteReports(run);
        var story = new Story(config, run);
        var auditor = new AuditorDoor(config);
        Map<DemoClinic, ClinicDoor> doors = new EnumMap<>(DemoClinic.class);
        for (DemoClinic clinic : DemoClinic.values()) {
            doors.put(clinic, new ClinicDoor(config, clinic));
        }

        var await = new AwaitAlert(run, auditor, console, story);
        console.say(story.beginning());
        Answers past = new ReportPast(run, write, doors, await, console).report();
        if (past.refused() > 0) {
            console.say(story.refused(past));
        }
        Outcome outcome = await.await(past.added());
        console.say(story.whatToLookAt());
        boolean isKept = past.refused() == 0 && outcome.isAsPromised();
        if (pastOnly) {
            return isKept;
        }
        Answers live = new ReportLive(write, doors, console, pace)
                .during(minutes == null ? null : Duration.ofMinutes(minutes));
        return isKept && live.refused() == 0;
    }

    private static void check(boolean isSo, String otherwise) {
        if (!isSo) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
