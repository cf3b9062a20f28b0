package io.dripline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.local.stack.Part;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A service is killed, or restarted, while a clinic goes on reporting; nothing is lost and nothing counts twice. */
@ExtendWith(TheLine.Running.class)
class CrashJourney {

    private static final Duration RECOVERY = Duration.ofSeconds(15);

    /** A hundred times the pace of ten million sessions in two years; without a pause the test takes the processors from what starts. */
    private static final Duration BETWEEN_CHANGES = Duration.ofMillis(50);

    private final TheLine line;
    private final Clinic clinic;
    private final Officer officer;

    CrashJourney(TheLine line) {
        this.line = line;
        this.clinic = new Clinic(line, "clinic-north");
        this.officer = new Officer(line);
    }

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"INTAKE", "CLASSIFICATION", "INCIDENCE", "REPORTING"})
    void theCountIsWholeAfterAKill(Part part) {
        Changes changes = whileReporting(part, () -> line.kill(part), () -> line.start(part));

        changes.assertNothingAcknowledgedIsLost();
        line.assertEqualsRecount();
    }

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"INTAKE", "CLASSIFICATION", "INCIDENCE", "REPORTING"})
    void theCountIsWholeAfterARestart(Part part) {
        Changes changes = whileReporting(part, () -> line.stop(part), () -> line.start(part));

        changes.assertNothingAcknowledgedIsLost();
        line.assertEqualsRecount();
    }

    /**
     * Reports, amends, repeats and withdraws while a part ends and starts again; a report that is posted afterwards
     * must count within {@link #RECOVERY} of the end. How long it took is printed.
     */
    private Changes whileReporting(Part part, Runnable end, Runnable start) {
        Changes changes = new Changes(clinic, part == Part.INTAKE);
        AtomicBoolean done = new AtomicBoolean();
        // A thread of its own: on two cores the common pool has one, which a process's end needs.
        CompletableFuture<Void> reporting = CompletableFuture.runAsync(
                () -> {
                    while (!done.get()) {
                        changes.next();
                        LockSupport.parkNanos(BETWEEN_CHANGES.toNanos());
                    }
                },
                task -> Thread.ofPlatform().daemon().start(task));
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> changes.taken() >= 10);
            end.run();
            long ended = System.nanoTime();
            start.run();
            awaitThatANewReportCounts();
            Duration took = Duration.ofNanos(System.nanoTime() - ended);
            System.out.printf(
                    Locale.ROOT,
                    "%.1f s from the end of %s to a new report that counts%n",
                    took.toMillis() / 1e3,
                    part);
            assertThat(took)
                    .as("time from the end of %s to a new report that counts", part)
                    .isLessThanOrEqualTo(RECOVERY);
        } finally {
            done.set(true);
        }
        reporting.join();
        return changes;
    }

    private void awaitThatANewReportCounts() {
        long before = exposed();
        clinic.reports("2025-08-04T09:00:00+10:00", "headache");
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> exposed() > before);
    }

    private long exposed() {
        return officer.incidence("ANY", "SESSION", "clinic-north", "2025-W32", "2025-W32")
                .exposed();
    }
}
