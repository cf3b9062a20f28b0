package io.dripline.local.demo;

import io.dripline.local.demo.clinic.Run;
import io.dripline.local.demo.line.AuditorDoor;
import java.time.Duration;
import java.util.function.LongConsumer;

/**
 * Waits until everything that was posted has been counted and judged, and says which alerts there are.
 *
 * <p>An alert latches at the first look that reaches its threshold, and names the week from which the rate is high by what
 * is counted then. Parts of later weeks may be counted before the rest of earlier ones, so until it is there a week is
 * posted when the one before is judged: the same run gives the same alert however the line paces itself.
 */
final class AwaitAlert {

    /** How long nothing more may be counted or judged before the wait is given up. */
    private static final Duration STANDSTILL = Duration.ofSeconds(60);

    /** How long the last tallies may take to what the alert promises. */
    private static final Duration UNTIL_WEEKS_CLOSE = Duration.ofSeconds(20);

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Run run;
    private final AuditorDoor auditor;
    private final Console console;
    private final Story story;
    private final long countedBefore;
    private boolean needsNoMoreWaits;

    /** Made before anything is reported: others may have reported sessions of the same weeks. */
    AwaitAlert(Run run, AuditorDoor auditor, Console console, Story story) {
        this.run = run;
        this.auditor = auditor;
        this.console = console;
        this.story = story;
        this.countedBefore = counted();
    }

    /**
     * Between a week and the next. Until the alert is there, returns when all is judged that was posted; else at once, and
     * also where the line stands still, which {@link #await} tells.
     *
     * @param sessions that the line had not known before the run
     */
    void betweenWeeks(long sessions) throws InterruptedException {
        if (!needsNoMoreWaits) {
            boolean isJudged = awaitJudged(sessions, counted -> {});
            needsNoMoreWaits = !isJudged || outcome(isJudged).promised().isPresent();
        }
    }

    /**
     * What came of the run.
     *
     * @param sessions that the line had not known before it
     */
    Outcome await(long sessions) throws InterruptedException {
        console.begin();
        boolean isJudged = awaitJudged(
                sessions,
                counted -> console.progress(
                        "counting",
                        counted,
                        sessions,
                        "%,d of %,d sessions counted".formatted(Math.min(counted, sessions), sessions)));
        Outcome outcome = isJudged ? awaitPromise() : outcome(isJudged);
        console.say(story.alerts(outcome, counted() - countedBefore, sessions));
        return outcome;
    }

    /** Whether so many sessions are counted and all that is counted is judged; false where nothing moves any more. */
    private boolean awaitJudged(long sessions, LongConsumer progress) throws InterruptedException {
        long counted = -1;
        long grewAt = System.nanoTime();
        while (ReportPast.secondsSince(grewAt) <= STANDSTILL.toSeconds()) {
            long now = counted() - countedBefore;
            if (now > counted) {
                counted = now;
                grewAt = System.nanoTime();
            }
            progress.accept(counted);
            if (counted >= sessions && auditor.hasJudgedWhatIsCounted()) {
                return true;
            }
            Thread.sleep(PAUSE);
        }
        return false;
    }

    /** The outcome once what the alert promises is no more provisional, or where that does not come soon. */
    private Outcome awaitPromise() throws InterruptedException {
        long began = System.nanoTime();
        Outcome outcome = outcome(true);
        while (outcome.isProvisional() && ReportPast.secondsSince(began) <= UNTIL_WEEKS_CLOSE.toSeconds()) {
            Thread.sleep(PAUSE);
            outcome = outcome(true);
        }
        return outcome;
    }

    private Outcome outcome(boolean isJudged) {
        return Outcome.of(run, auditor.alerts(), isJudged);
    }

    private long counted() {
        return auditor.counted(run.firstWeek(), run.calendar(run.weeks()));
    }
}
