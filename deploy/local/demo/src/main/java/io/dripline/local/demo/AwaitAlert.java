package io.dripline.local.demo;

import io.dripline.local.demo.clinic.DemoClinic;
import io.dripline.local.demo.clinic.Run;
import io.dripline.local.demo.line.AuditorDoor;
import io.dripline.local.demo.line.ShownAlert;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Waits until everything has been counted and judged, and says which alerts there are. */
final class AwaitAlert {

    /** How long nothing more may be counted before the wait is given up. */
    private static final Duration STANDSTILL = Duration.ofSeconds(60);

    /** How long the judgement may take once all has been counted. */
    private static final Duration JUDGING = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Run run;
    private final AuditorDoor auditor;
    private final Console console;
    private final Story story;
    private final long countedBefore;

    /** Made before anything is reported: others may have reported sessions of the same weeks. */
    AwaitAlert(Run run, AuditorDoor auditor, Console console, Story story) {
        this.run = run;
        this.auditor = auditor;
        this.console = console;
        this.story = story;
        this.countedBefore = counted();
    }

    /**
     * Whether CNS at clinic-east has alerted.
     *
     * @param sessions that the line had not known
     */
    boolean await(long sessions) throws InterruptedException {
        console.begin();
        long counted = -1;
        long grewAt = System.nanoTime();
        while (true) {
            long now = counted() - countedBefore;
            if (now > counted) {
                counted = now;
                grewAt = System.nanoTime();
            }
            boolean complete = counted >= sessions;
            List<ShownAlert> alerts = auditor.alerts();
            Optional<ShownAlert> promised = alerts.stream()
                    .filter(alert -> alert.isOf("CNS", DemoClinic.EAST.id()))
                    .findFirst();
            console.progress(
                    "counting",
                    counted,
                    sessions,
                    "%,d of %,d sessions counted%s"
                            .formatted(
                                    Math.min(counted, sessions),
                                    sessions,
                                    promised.isPresent() ? ", the alert is there" : ""));
            Duration patience = complete ? JUDGING : STANDSTILL;
            boolean over = ReportPast.secondsSince(grewAt) > patience.toSeconds();
            if (over || (complete && promised.isPresent())) {
                console.say(story.alerts(alerts, promised, counted, sessions));
                return promised.isPresent();
            }
            Thread.sleep(PAUSE);
        }
    }

    private long counted() {
        return auditor.counted(run.firstWeek(), run.calendar(run.weeks()));
    }
}
