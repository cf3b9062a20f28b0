package io.dripline.local.demo;

import io.dripline.local.demo.clinic.DemoClinic;
import io.dripline.local.demo.clinic.Report;
import io.dripline.local.demo.clinic.Run;
import io.dripline.local.demo.clinic.WriteReports;
import io.dripline.local.demo.line.Answers;
import io.dripline.local.demo.line.ClinicDoor;
import io.dripline.local.door.LineFailure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * The past weeks, one after another and the clinics side by side, each with the tallies that close it; until the alert is
 * there each waits for the one before to be judged.
 */
final class ReportPast {

    private final Run run;
    private final WriteReports write;
    private final Map<DemoClinic, ClinicDoor> doors;
    private final AwaitAlert await;
    private final Console console;

    ReportPast(Run run, WriteReports write, Map<DemoClinic, ClinicDoor> doors, AwaitAlert await, Console console) {
        this.run = run;
        this.write = write;
        this.doors = doors;
        this.await = await;
        this.console = console;
    }

    Answers report() throws InterruptedException {
        long began = System.nanoTime();
        Answers answers = Answers.NONE;
        int posted = 0;
        console.begin();
        try (ExecutorService clinics = Executors.newFixedThreadPool(doors.size())) {
            for (int week = 1; week <= run.weeks(); week++) {
                for (Future<Answers> clinic : clinics.invokeAll(week(week))) {
                    Answers of = answered(clinic);
                    posted += of.taken() + of.refused();
                    answers = answers.plus(of);
                }
                console.progress(
                        "posting",
                        week,
                        run.weeks(),
                        "week %d of %d, %,d sessions, %,.0f a second"
                                .formatted(week, run.weeks(), posted, posted / secondsSince(began)));
                if (week < run.weeks()) {
                    await.betweenWeeks(answers.added());
                }
            }
        }
        console.say(String.format(
                Locale.ROOT,
                "%,d sessions in %.1f s: %,d new, %,d known already, %,d refused; every day has its tally.",
                posted,
                secondsSince(began),
                answers.added(),
                answers.known(),
                answers.refused()));
        return answers;
    }

    private List<Callable<Answers>> week(int week) {
        LocalDate monday = run.calendar(week).monday();
        List<Callable<Answers>> clinics = new ArrayList<>();
        doors.forEach((clinic, door) -> clinics.add(() -> {
            List<Report> reports = write.week(clinic, week);
            Answers answers = door.post(reports);
            door.tally(
                    monday,
                    monday.plusDays(6),
                    reports.stream().collect(Collectors.groupingBy(Report::startedOn, Collectors.summingInt(r -> 1))));
            return answers;
        }));
        return clinics;
    }

    private static Answers answered(Future<Answers> clinic) throws InterruptedException {
        try {
            return clinic.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LineFailure failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
