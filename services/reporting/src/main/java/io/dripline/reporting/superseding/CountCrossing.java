package io.dripline.reporting.superseding;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.reporting.past.PastCells;
import io.dripline.reporting.past.PastCounts;
import io.dripline.reporting.past.PastQuestion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts the sessions that an alert was raised on, in whatever state, and finds out which they are. */
@ApplicationScoped
class CountCrossing {

    /** Twice as far back each time: to twelve days before. */
    private static final int STEPS_BACK = 20;

    /** By which the clocks of the services may differ. */
    private static final List<Duration> STEPS_ON =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30));

    private final PastCounts past;

    CountCrossing(PastCounts past) {
        this.past = past;
    }

    /** What was counted, and the time whose state it is. */
    record Count(Corrected corrected, Instant asOf) {}

    /**
     * The sessions in their current versions and codings; empty where none of them was coded after a time.
     *
     * @param codedAfter null to count in any case
     */
    Optional<Count> now(Alert alert, @Nullable IsoWeek startWeek, Crossing crossing, @Nullable Instant codedAfter) {
        return past.ask(question(alert, crossing, null, codedAfter))
                .map(cells -> new Count(corrected(alert, startWeek, cells), cells.asOf()));
    }

    /** Everything that is stored now, whenever it was received. */
    Corrected all(Alert alert, @Nullable IsoWeek startWeek) {
        PastQuestion everything =
                new PastQuestion(alert.unit(), alert.measure(), alert.cohort().get("clinic"), null, null, null, null);
        return corrected(alert, startWeek, past.count(everything));
    }

    /**
     * The latest crossing at which the sessions, in the state of that time, reach the alert's threshold. What was received or
     * stored while they went down the line is not among them if it would take them below, be it news or a correction: what
     * was judged did not hold it yet. Empty where they reach it nowhere.
     */
    Optional<Crossing> find(Alert alert, @Nullable IsoWeek startWeek, Instant now) {
        Instant raised = alert.raisedAt();
        if (reaches(alert, startWeek, new Crossing(raised, raised))) {
            return Optional.of(new Crossing(raised, raised));
        }
        for (int step = 0; step <= STEPS_BACK; step++) {
            Instant back = raised.minusSeconds(1L << step);
            Crossing receivedBefore = new Crossing(back, raised);
            if (reaches(alert, startWeek, receivedBefore)) {
                return Optional.of(receivedBefore);
            }
            Crossing storedBefore = new Crossing(raised, back);
            if (reaches(alert, startWeek, storedBefore)) {
                return Optional.of(storedBefore);
            }
        }
        for (Duration step : STEPS_ON) {
            Crossing later = new Crossing(raised.plus(step), raised.plus(step));
            if (later.storedUntil().isBefore(now) && reaches(alert, startWeek, later)) {
                return Optional.of(later);
            }
        }
        return Optional.empty();
    }

    /** Whether at some time not everything could be tried yet by which {@link #find} allows for clocks that differ. */
    static boolean isTooSoon(Alert alert, Instant at) {
        return !at.isAfter(alert.raisedAt().plus(STEPS_ON.getLast()));
    }

    private boolean reaches(Alert alert, @Nullable IsoWeek startWeek, Crossing crossing) {
        PastCells cells = past.count(question(alert, crossing, crossing.storedUntil(), null));
        return corrected(alert, startWeek, cells).reachesThresholdOf(alert);
    }

    private static PastQuestion question(
            Alert alert, Crossing crossing, @Nullable Instant asOf, @Nullable Instant codedAfter) {
        return new PastQuestion(
                alert.unit(),
                alert.measure(),
                alert.cohort().get("clinic"),
                asOf,
                crossing.receivedUntil(),
                crossing.storedUntil(),
                codedAfter);
    }

    private static Corrected corrected(Alert alert, @Nullable IsoWeek startWeek, PastCells cells) {
        return Corrected.of(alert, cells.weeks(alert.measure(), alert.unit(), alert.cohort(), startWeek));
    }
}
