package io.dripline.reporting.superseding;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.WeekCount;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.reporting.alert.JudgedWeek;
import io.dripline.reporting.past.PastCells;
import io.dripline.reporting.past.PastCounts;
import io.dripline.reporting.past.PastQuestion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts the sessions that an alert was raised on, in whatever state, and finds out which they are. */
@ApplicationScoped
class CountCrossing {

    /** Twice as far back each time: to twelve days before. */
    private static final int STEPS_BACK = 20;

    /** How many codings may have been on their way when an alert was raised; each takes a count to be told. */
    private static final int CODINGS_BACK = 64;

    /** As closely as classification stamps what it codes. */
    private static final Duration STAMP = Duration.of(1, ChronoUnit.MICROS);

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
     * What an alert was raised on: all that is stored as of then, if it reaches the threshold; or else the latest state before
     * in which every week counted what the alert says; or else what had been received by the latest time by which it reaches
     * the threshold. What was on its way down the line when it was judged is not among it if it would take it below, be
     * it news or a correction. Empty where none of these is found: an alert is not taken back on a guess.
     */
    Optional<Crossing> find(Alert alert, @Nullable IsoWeek startWeek, Instant now) {
        Instant raised = alert.raisedAt();
        Crossing all = new Crossing(raised, raised);
        PastCells then = count(alert, all);
        if (reaches(alert, startWeek, then)) {
            return Optional.of(all);
        }
        return judgedBefore(alert, startWeek, then)
                .or(() -> receivedBefore(alert, startWeek))
                .or(() -> storedLater(alert, startWeek, now));
    }

    /**
     * Goes back from coding to coding, passing over none, so that of equal states the latest is found: it takes in the most.
     * A state that reaches the threshold and counts something else is not what was judged; it may be one that another
     * alert was raised on, and that was corrected since.
     */
    private Optional<Crossing> judgedBefore(Alert alert, @Nullable IsoWeek startWeek, PastCells then) {
        Instant coded = then.lastCodedAt();
        for (int step = 0; step < CODINGS_BACK && coded != null; step++) {
            Crossing before = new Crossing(alert.raisedAt(), coded.minus(STAMP));
            PastCells cells = count(alert, before);
            if (weeks(alert, startWeek, cells).equals(exposed(alert.evidence().weeks()))) {
                return Optional.of(before);
            }
            coded = cells.lastCodedAt();
        }
        return Optional.empty();
    }

    private Optional<Crossing> receivedBefore(Alert alert, @Nullable IsoWeek startWeek) {
        Instant raised = alert.raisedAt();
        for (int step = 0; step <= STEPS_BACK; step++) {
            Crossing earlier = new Crossing(raised.minusSeconds(1L << step), raised);
            if (reaches(alert, startWeek, count(alert, earlier))) {
                return Optional.of(earlier);
            }
        }
        return Optional.empty();
    }

    private Optional<Crossing> storedLater(Alert alert, @Nullable IsoWeek startWeek, Instant now) {
        Instant raised = alert.raisedAt();
        for (Duration step : STEPS_ON) {
            Crossing later = new Crossing(raised.plus(step), raised.plus(step));
            if (later.storedUntil().isBefore(now) && reaches(alert, startWeek, count(alert, later))) {
                return Optional.of(later);
            }
        }
        return Optional.empty();
    }

    /** Whether at some time not everything could be tried yet by which {@link #find} allows for clocks that differ. */
    static boolean isTooSoon(Alert alert, Instant at) {
        return !at.isAfter(alert.raisedAt().plus(STEPS_ON.getLast()));
    }

    /** The sessions of a crossing in the state of its time. */
    private PastCells count(Alert alert, Crossing crossing) {
        return past.count(question(alert, crossing, crossing.storedUntil(), null));
    }

    private static boolean reaches(Alert alert, @Nullable IsoWeek startWeek, PastCells cells) {
        return corrected(alert, startWeek, cells).reachesThresholdOf(alert);
    }

    private static List<WeekCount> weeks(Alert alert, @Nullable IsoWeek startWeek, PastCells cells) {
        return exposed(cells.weeks(alert.measure(), alert.unit(), alert.cohort(), startWeek).stream()
                .map(JudgedWeek::count)
                .toList());
    }

    /** Weeks without exposure may be named or left out. */
    private static List<WeekCount> exposed(List<WeekCount> weeks) {
        return weeks.stream().filter(week -> week.exposed() > 0).toList();
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
