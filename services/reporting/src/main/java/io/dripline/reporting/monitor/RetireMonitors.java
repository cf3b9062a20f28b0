package io.dripline.reporting.monitor;

import io.dripline.reporting.incidence.JudgementsDue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Retires monitors: they judge no more and stay listed; what they took of alpha stays spent, and their alerts stay. */
@ApplicationScoped
public class RetireMonitors {

    /** What came of it. */
    public sealed interface Outcome {

        record Retired(Monitor monitor, List<MonitorStep> history) implements Outcome {}

        /** Somebody retired it before, for another reason. */
        record RetiredBefore(MonitorStep step) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    private final Jdbi jdbi;
    private final Monitors monitors;
    private final MonitorSteps steps;
    private final JudgementsDue judgementsDue = new JudgementsDue();
    private final Clock clock;

    RetireMonitors(Jdbi jdbi, Monitors monitors, MonitorSteps steps, Clock clock) {
        this.jdbi = jdbi;
        this.monitors = monitors;
        this.steps = steps;
        this.clock = clock;
    }

    /** Retires a monitor. Said again by the same person it changes nothing: the answer was lost. */
    public Outcome retire(String id, String reason, String by) {
        return jdbi.inTransaction(handle -> {
            Monitor monitor = monitors.findAndLock(handle, id).orElse(null);
            if (monitor == null) {
                return new Outcome.Unknown();
            }
            MonitorStep before = steps.of(handle, id).stream()
                    .filter(step -> step.step() == MonitorStep.Kind.RETIRED)
                    .findFirst()
                    .orElse(null);
            if (before != null && !(by.equals(before.by()) && reason.equals(before.reason()))) {
                return new Outcome.RetiredBefore(before);
            }
            if (before == null) {
                monitors.retire(handle, id);
                steps.add(handle, id, step(monitor, reason, by));
                judgementsDue.ask(handle);
            }
            return new Outcome.Retired(monitors.find(handle, id).orElseThrow(), steps.of(handle, id));
        });
    }

    private MonitorStep step(Monitor monitor, @Nullable String reason, String by) {
        return new MonitorStep(
                MonitorStep.Kind.RETIRED,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                by,
                reason,
                monitor.p0(),
                monitor.nullRevision(),
                monitor.startWeek());
    }
}
