package io.dripline.reporting.baseline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.IntPredicate;
import org.jdbi.v3.core.Jdbi;

/** Gives figures the nulls that officers decide on, one at a time, each on top of what it replaces. */
@ApplicationScoped
public class GiveNulls {

    /** What came of it: the revision that is in force, and whether the caller meant to replace what was there. */
    public record Outcome(boolean isStale, int revision) {}

    private final Jdbi jdbi;
    private final BaselineNulls nulls;
    private final Event<NullGiven> nullGiven;
    private final Clock clock;

    GiveNulls(Jdbi jdbi, BaselineNulls nulls, Event<NullGiven> nullGiven, Clock clock) {
        this.jdbi = jdbi;
        this.nulls = nulls;
        this.nullGiven = nullGiven;
        this.clock = clock;
    }

    /**
     * Gives a figure a null. Said again by the same person it changes nothing: the answer was lost.
     *
     * @param mayReplace whether the revision in force may be replaced; 0 where no officer gave any
     */
    public Outcome give(Baseline figure, NewNull.Stated stated, String by, IntPredicate mayReplace) {
        return jdbi.inTransaction(handle -> {
            nulls.hold(handle);
            List<BaselineNull> before = nulls.of(handle, figure);
            int revision = before.isEmpty() ? 0 : before.getFirst().revision();
            if (!before.isEmpty() && says(before.getFirst(), stated, by)) {
                return new Outcome(false, revision);
            }
            if (!mayReplace.test(revision)) {
                return new Outcome(true, revision);
            }
            BaselineNull given = new BaselineNull(
                    revision + 1,
                    stated.p0(),
                    stated.counting(),
                    EventCounting.of(figure).overriddenBy(stated.counting()),
                    stated.basis(),
                    stated.reason(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    by);
            nulls.append(handle, figure.id(), given);
            nullGiven.fire(new NullGiven(handle, figure, given));
            return new Outcome(false, given.revision());
        });
    }

    private static boolean says(BaselineNull before, NewNull.Stated stated, String by) {
        return before.p0() == stated.p0()
                && before.states().equals(stated.counting())
                && before.basis().equals(stated.basis())
                && stated.reason().equals(before.reason())
                && by.equals(before.by());
    }
}
