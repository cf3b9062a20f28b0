package io.dripline.local.demo;

import io.dripline.local.demo.clinic.DemoClinic;
import io.dripline.local.demo.clinic.Report;
import io.dripline.local.demo.clinic.WriteReports;
import io.dripline.local.demo.line.Answers;
import io.dripline.local.demo.line.ClinicDoor;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sessions that end now, one clinic after another, each with the day's tally. */
final class ReportLive {

    private final WriteReports write;
    private final Map<DemoClinic, ClinicDoor> doors;
    private final Console console;
    private final int pace;

    /**
     * @param pace sessions a minute over all clinics
     */
    ReportLive(WriteReports write, Map<DemoClinic, ClinicDoor> doors, Console console, int pace) {
        this.write = write;
        this.doors = doors;
        this.console = console;
        this.pace = pace;
    }

    /** Reports until the time is over, or the process ends where none is given. */
    Answers during(@Nullable Duration time) throws InterruptedException {
        console.say("Live: %d sessions a minute %s."
                .formatted(pace, time == null ? "until Ctrl-C" : "for %d min".formatted(time.toMinutes())));
        stateDaysBeforeToday();
        Instant began = Instant.now();
        var clinics = List.copyOf(doors.entrySet());
        Answers answers = Answers.NONE;
        for (int i = 0; time == null || Instant.now().isBefore(began.plus(time)); i++) {
            DemoClinic clinic = clinics.get(i % clinics.size()).getKey();
            Report report = write.live(clinic, i / clinics.size(), Instant.now());
            answers = answers.plus(report(clinics.get(i % clinics.size()).getValue(), report));
            console.now(
                    "live: %,d sessions, the last at %s%s".formatted(answers.taken(), clinic.id(), words(report)),
                    i % pace == 0);
            Duration next = Duration.ofMinutes(1).multipliedBy(i + 1L).dividedBy(pace);
            Thread.sleep(Duration.between(Instant.now(), began.plus(next)));
        }
        console.say("Live: %,d sessions posted, %,d refused.".formatted(answers.taken(), answers.refused()));
        return answers;
    }

    /** So that the current week can close once it is over. */
    private void stateDaysBeforeToday() {
        doors.forEach((clinic, door) -> {
            LocalDate today = LocalDate.now(clinic.zone());
            door.tally(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), today, Map.of());
        });
    }

    private static Answers report(ClinicDoor door, Report report) {
        Answers answers = door.post(List.of(report));
        door.tally(report.startedOn(), report.startedOn(), Map.of());
        return answers;
    }

    private static String words(Report report) {
        return report.adverseEvents().isEmpty()
                ? ""
                : ": \"" + report.adverseEvents().getFirst().verbatim() + "\"";
    }
}
