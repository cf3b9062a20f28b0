package io.dripline.local.faults;

import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.local.door.LineFailure;
import io.dripline.local.faults.Report.Group;
import io.dripline.local.recount.Comparison;
import io.dripline.local.recount.Database;
import io.dripline.local.recount.Recount;
import io.dripline.local.stack.LocalStack;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.StackConfig;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One fault while clinics report, and what is found when the line has come to rest after it. */
public final class RunCycle {

    /** Patients with an event, of a cohort that a monitor watches; a few more than it takes to alarm. */
    private static final int EXCESS = 36;

    private static final int BATCH = 1_000;
    private static final Duration LOADING = Duration.ofHours(1);
    private static final int MOST_BEFORE_MILLIS = 3_000;
    private static final Duration RECOVERY = Duration.ofMinutes(5);
    private static final Duration REST = Duration.ofMinutes(2);
    private static final long PAUSE_MILLIS = 50;

    private final StackConfig config;
    private final Inflict inflict;
    private final Duration patience;
    private final int perSecond;
    private final OfficerDoor officer;
    private final CheckAlerts alerts;

    /**
     * @param suspended how long a process stands still before it wakes up
     * @param away how long a broker or database is away that is not started again at once
     * @param perSecond reports, each of which is posted three times
     */
    public RunCycle(LocalStack stack, Duration suspended, Duration away, int perSecond) {
        this.config = stack.config();
        BrokerVersion.check(config.address(Part.KAFKA));
        this.inflict = new Inflict(stack, suspended, away);
        this.patience = RECOVERY.plus(suspended).plus(away);
        this.perSecond = perSecond;
        this.officer = new OfficerDoor(config);
        this.alerts = new CheckAlerts(config);
    }

    /** What a cycle came to, with every fault that was found in words. */
    public record Outcome(Cycle cycle, Verdict verdict) {

        /** Whether nothing was lost, doubled or counted wrongly. */
        public boolean isWell() {
            return verdict.isWell();
        }

        /** One line a cycle, and one for everything that is wrong. */
        public String text() {
            return TellCycle.text(this);
        }
    }

    /**
     * Runs it and waits until the line agrees with the recount, or has had two minutes to.
     *
     * @param run what tells these data's cycles from those of any other run, in references
     * @throws IllegalStateException if a report is refused, or the line does not count again within five minutes
     */
    public Outcome run(String run, int number, long seed, Fault fault) throws SQLException, InterruptedException {
        var random = new SplittableRandom(seed * 1_000_003 + number);
        String prefix = "%s-%d-".formatted(run, number);
        Cohort cohort = Cohort.of(number);
        String clinic = cohort.clinic();
        LocalDate today = LocalDate.now();
        var write = new WriteReports(prefix + "r", today, random.nextLong());
        String monitor = officer.monitor(Report.cohort(clinic, cohort.group()), IsoWeek.of(today.minusDays(1)));
        IsoWeek probed = IsoWeek.of(WriteReports.probeWeek(today));
        long before = officer.exposed(clinic, probed);
        var acknowledged = new Acknowledged();
        long cuts;
        long from;
        long counts;
        try (var links = new CutLinks(config.ports().intake(), random.nextLong())) {
            var door = new ClinicDoor(config, clinic, links);
            var given = new AtomicInteger();
            try (var clients =
                    new ReportAll(door, mixed(write, cohort.group(), given), perSecond, patience, acknowledged)) {
                Thread.sleep(random.nextInt(MOST_BEFORE_MILLIS));
                from = inflict.inflict(fault, random);
                counts = awaitThatANewReportCounts(door, write.probe(), clinic, probed, before) - from;
                while (given.get() < 2 * EXCESS) {
                    clients.requireWell();
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
            cuts = links.cuts();
        }
        Comparison comparison = new Recount(config).within(REST);
        long agrees = System.nanoTime() - from;
        var sessions = CheckSessions.of(Database.of(config, Part.INTAKE), prefix, acknowledged);
        var verdict = new Verdict(
                sessions.lost(),
                sessions.twice(),
                comparison.agrees() ? List.of() : List.of(comparison.text()),
                alerts.within(REST, List.of(monitor)));
        var cycle = new Cycle(
                number,
                seed,
                fault,
                counts / 1_000_000,
                agrees / 1_000_000,
                acknowledged.count(),
                acknowledged.heardAtOnce(),
                cuts,
                verdict.lost().size(),
                verdict.twice().size(),
                Math.max(comparison.differences().size(), Math.toIntExact(comparison.uncoded())),
                comparison.cells(),
                verdict.alerts().size());
        return new Outcome(cycle, verdict);
    }

    /**
     * Reports so many sessions before the first cycle, and waits until they are counted: what a part holds decides how soon it is back.
     *
     * @return the seconds from the first batch until the streamed counts equalled the recount
     * @throws IllegalStateException if they do not within an hour
     */
    public double preload(String run, int sessions, long seed) throws SQLException, InterruptedException {
        long begin = System.nanoTime();
        try (var links = new CutLinks(config.ports().intake(), seed)) {
            for (int i = 0; i < Cohort.CLINICS.size(); i++) {
                var door = new ClinicDoor(config, Cohort.CLINICS.get(i), links);
                // Patients of 20 sessions each, as in a cycle; one list of patients for each batch.
                for (int posted = 0; posted < sessions / Cohort.CLINICS.size(); posted += BATCH) {
                    var write = new WriteReports(
                            "%s-preload-%d-%d-".formatted(run, i, posted), LocalDate.now(), seed + posted);
                    door.postAll(Stream.generate(write::next).limit(BATCH).toList());
                }
            }
        }
        Comparison comparison = new Recount(config).within(LOADING);
        if (!comparison.agrees()) {
            throw new IllegalStateException(comparison.text());
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Every second one belongs to the excess that the cycle's monitor must find, until that is complete. */
    private static Supplier<Report> mixed(WriteReports write, Group watched, AtomicInteger given) {
        return () -> {
            int turn = given.getAndIncrement();
            return turn % 2 == 0 && turn < 2 * EXCESS ? write.excess(watched) : write.next();
        };
    }

    private long awaitThatANewReportCounts(ClinicDoor door, Report probe, String clinic, IsoWeek week, long before)
            throws InterruptedException {
        long begin = System.nanoTime();
        boolean isTaken = false;
        while (System.nanoTime() - begin < RECOVERY.toNanos()) {
            isTaken = isTaken
                    || door.post(probe).filter(ClinicDoor.Answer::isSuccess).isPresent();
            if (isTaken && hasMoreThan(before, clinic, week)) {
                return System.nanoTime();
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new IllegalStateException("no new report counted within %d minutes".formatted(RECOVERY.toMinutes()));
    }

    private boolean hasMoreThan(long before, String clinic, IsoWeek week) {
        try {
            return officer.exposed(clinic, week) > before;
        } catch (LineFailure away) {
            return false;
        }
    }
}
