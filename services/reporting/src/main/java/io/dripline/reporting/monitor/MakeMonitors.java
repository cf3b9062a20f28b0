package io.dripline.reporting.monitor;

import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.reporting.baseline.BaselineNull;
import io.dripline.reporting.baseline.BaselineNulls;
import io.dripline.reporting.incidence.JudgementsDue;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Makes the monitors that officers decide on, one at a time, so that their shares never sum to more than there is. */
@ApplicationScoped
public class MakeMonitors {

    /** What came of it. */
    public sealed interface Outcome {

        record Made(Monitor monitor) implements Outcome {}

        /** Its share is more than what is left. */
        record TooLarge(BigDecimal left) implements Outcome {}

        /** One that is not retired watches exactly this, and a share would be spent twice for the same. */
        record Same(String monitor) implements Outcome {}
    }

    private final Jdbi jdbi;
    private final Monitors monitors;
    private final SpentShares spentShares;
    private final BaselineNulls nulls;
    private final MonitorsConfig config;
    private final JudgementsDue judgementsDue = new JudgementsDue();
    private final Clock clock;

    MakeMonitors(
            Jdbi jdbi,
            Monitors monitors,
            SpentShares spentShares,
            BaselineNulls nulls,
            MonitorsConfig config,
            Clock clock) {
        this.jdbi = jdbi;
        this.monitors = monitors;
        this.spentShares = spentShares;
        this.nulls = nulls;
        this.config = config;
        this.clock = clock;
    }

    /** @param by who makes it */
    public Outcome make(NewMonitor.Stated stated, String by) {
        return jdbi.inTransaction(handle -> make(handle, stated, by));
    }

    /** Within a transaction, which holds up other makers until it ends. */
    Outcome make(Handle handle, NewMonitor.Stated stated, String by) {
        nulls.hold(handle);
        Instant now = clock.instant();
        IsoWeek startWeek = stated.startWeek() == null ? UnseenWeek.at(now) : stated.startWeek();
        String figure = stated.figure().id();
        Optional<String> same = monitors.same(handle, figure, stated.unit(), stated.cohort(), startWeek);
        if (same.isPresent()) {
            return new Outcome.Same(same.get());
        }
        // After what was just made: what is sent twice is told of it, and not that less is left now.
        BigDecimal left = spentShares.leftForOfficers(handle);
        if (BigDecimal.valueOf(stated.alphaShare()).compareTo(left) > 0) {
            return new Outcome.TooLarge(left);
        }
        BaselineNull given = nulls.inForce(handle, stated.figure()).orElse(null);
        Monitor monitor;
        int number = monitors.madeByOfficersFrom(handle, figure);
        do {
            number++;
            monitor = Monitor.made(
                    "%s-%d".formatted(figure, number),
                    stated.figure(),
                    stated.unit(),
                    stated.cohort(),
                    startWeek,
                    stated.alphaShare(),
                    given,
                    JudgingRule.inForce(config),
                    now,
                    by);
            // Another figure's monitor may have this name: figures' ids end in numbers too.
        } while (!monitors.addOfOfficer(handle, monitor));
        judgementsDue.ask(handle);
        return new Outcome.Made(monitor);
    }
}
