package io.dripline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.journeys.Officer.Row;
import io.dripline.local.rebuild.Progress;
import io.dripline.local.rebuild.Rebuild;
import io.dripline.local.stack.CountedGeneration;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.PartControl;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Kafka and all counts are wiped and made anew while clinics report and officers look on. */
@ExtendWith(TheLine.Running.class)
class RebuildJourney {

    static final String WEEK = "2025-W40";

    private final TheLine line;
    private final Clinic clinic;
    private final Officer officer;
    private final StandingAlert standing;

    RebuildJourney(TheLine line) {
        this.line = line;
        this.clinic = new Clinic(line, "clinic-south");
        this.officer = new Officer(line);
        this.standing = new StandingAlert(line);
    }

    @Test
    void countsEverythingAnewWhileTheLineRunsAndRaisesNoAlertAgain() throws Exception {
        Map<String, Object> alert = standing.raised();
        int before = officer.generation();
        Changes changes = new Changes(new Clinic(line, "clinic-north"), false);
        Watch watch = new Watch(line, officer, standing::ids, watched(officer));

        whileOthersWork(changes, watch, () -> new Rebuild(line.config(), line.parts(), Progress.SILENT).run());

        assertThat(watch.looks()).isGreaterThan(10);
        assertThat(watch.generations()).contains(before).isSubsetOf(before, before + 1);
        assertThat(officer.generation()).isEqualTo(before + 1);
        assertThat(changes.taken()).isGreaterThan(10);
        changes.assertNothingAcknowledgedIsLost();
        line.assertEqualsRecount();
        standing.assertStands(alert);
    }

    @Test
    void isFinishedByALaterCallWhereItWasEndedInTheMiddle() throws Exception {
        Map<String, Object> alert = standing.raised();
        int before = officer.generation();
        var ended = new RuntimeException("ended in the middle");
        PartControl dyingAfterTheWipe = new PartControl() {
            @Override
            public void start(Part part) {
                if (part == Part.CLASSIFICATION) {
                    throw ended;
                }
                line.start(part);
            }

            @Override
            public void stop(Part part) {
                line.stop(part);
            }
        };
        assertThatThrownBy(() -> new Rebuild(line.config(), dyingAfterTheWipe, Progress.SILENT).run())
                .isSameAs(ended);
        Row shown = watched(officer);
        clinic.reports("2025-10-01T09:00:00+10:00", "room was spinning");
        assertThat(officer.generation()).isEqualTo(before);
        assertThat(watched(officer)).isEqualTo(shown);

        Progress dyingWhileItWaits = new Progress() {
            @Override
            public void say(String sentence) {}

            @Override
            public void reached(double share, String figures) {
                throw ended;
            }
        };
        assertThatThrownBy(() -> new Rebuild(line.config(), line.parts(), dyingWhileItWaits).run())
                .isSameAs(ended);
        assertThat(officer.generation()).isEqualTo(before);
        int filling = CountedGeneration.read(line.config());

        new Rebuild(line.config(), line.parts(), Progress.SILENT).run();

        assertThat(officer.generation()).isEqualTo(filling);
        assertThat(watched(officer).exposed()).isEqualTo(shown.exposed() + 1);
        line.assertEqualsRecount();
        standing.assertStands(alert);
    }

    /** What the watched clinic and week show. */
    static Row watched(Officer officer) {
        return officer.incidence("CNS", "SESSION", "clinic-south", WEEK, WEEK);
    }

    /** Something that may fail in a checked way. */
    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private static void whileOthersWork(Changes changes, Watch watch, Work work) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> reporting = repeat(changes::next, done);
        CompletableFuture<Void> watching = repeat(watch, done);
        try {
            work.run();
        } finally {
            done.set(true);
        }
        CompletableFuture.allOf(reporting, watching).join();
    }

    private static CompletableFuture<Void> repeat(Runnable turn, AtomicBoolean done) {
        return CompletableFuture.runAsync(
                () -> {
                    while (!done.get()) {
                        turn.run();
                    }
                },
                task -> Thread.ofPlatform().daemon().start(task));
    }
}
