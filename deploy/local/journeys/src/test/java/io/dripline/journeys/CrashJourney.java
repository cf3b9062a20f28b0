package io.dripline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.local.stack.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A service is killed, or restarted, while a clinic goes on reporting; nothing is lost and nothing counts twice. */
@ExtendWith(TheLine.Running.class)
class CrashJourney {

    private static final Duration RECOVERY = Duration.ofSeconds(15);

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
        whileReporting(() -> line.crash(part));

        assertThat(secondsUntilANewReportCounts()).isLessThanOrEqualTo(RECOVERY.toSeconds());
        line.assertEqualsRecount();
    }

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"INTAKE", "CLASSIFICATION", "INCIDENCE", "REPORTING"})
    void theCountIsWholeAfterARestart(Part part) {
        whileReporting(() -> line.restart(part));

        assertThat(secondsUntilANewReportCounts()).isLessThanOrEqualTo(RECOVERY.toSeconds());
        line.assertEqualsRecount();
    }

    /** Reports, amends, repeats and withdraws until {@code what} has happened; a refused connection is tried again. */
    private void whileReporting(Runnable what) {
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Integer> reporting = CompletableFuture.supplyAsync(() -> {
            Changes changes = new Changes(clinic);
            while (!done.get()) {
                changes.next();
            }
            return changes.taken();
        });
        what.run();
        done.set(true);
        assertThat(reporting.join()).as("changes that intake took meanwhile").isPositive();
    }

    /** How long a report that is posted now takes to be counted. */
    private long secondsUntilANewReportCounts() {
        long before = exposed();
        long begin = System.nanoTime();
        clinic.reports("2025-08-04T09:00:00+10:00", "headache");
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> exposed() > before);
        return Duration.ofNanos(System.nanoTime() - begin).toSeconds();
    }

    private long exposed() {
        return officer.incidence("ANY", "SESSION", "clinic-north", "2025-W32", "2025-W32")
                .exposed();
    }

    /** A mixture of everything a clinic may do, one after the other. */
    private static final class Changes {

        private final Clinic clinic;
        private final List<Runnable> retractions = new ArrayList<>();
        private int count;
        private int taken;

        Changes(Clinic clinic) {
            this.clinic = clinic;
        }

        int taken() {
            return taken;
        }

        void next() {
            NewSession session = NewSession.of(
                    Clinic.newPatient(),
                    "2025-07-%02dT09:00:00+10:00".formatted(1 + count % 28),
                    count % 3 == 0 ? List.of("dizzy", "felt sick") : List.of());
            try {
                var reported = clinic.posts(session);
                taken++;
                switch (count++ % 5) {
                    case 0 -> clinic.posts(session);
                    case 1 -> clinic.amends(reported, session.with("palpitations"));
                    case 2 -> retractions.add(() -> clinic.withdraws(reported));
                    case 3 -> {
                        retractions.forEach(Runnable::run);
                        retractions.clear();
                    }
                    default -> {}
                }
            } catch (Exception | AssertionError intakeIsAway) {
                count++;
            }
        }
    }
}
