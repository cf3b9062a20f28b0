package io.dripline.reporting.monitor;

import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.reporting.baseline.BaselineNull;
import io.dripline.reporting.baseline.NullGiven;
import io.dripline.reporting.incidence.JudgementsDue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/**
 * Starts the monitors that wait for a figure's null with the first one that an officer gives, in its transaction: they count
 * from that week on. Monitors that run keep the null that they have.
 */
@ApplicationScoped
class StartWaitingMonitors {

    private final Monitors monitors;
    private final MonitorSteps steps;
    private final JudgementsDue judgementsDue = new JudgementsDue();
    private final Event<MonitorsStarted> monitorsStarted;

    StartWaitingMonitors(Monitors monitors, MonitorSteps steps, Event<MonitorsStarted> monitorsStarted) {
        this.monitors = monitors;
        this.steps = steps;
        this.monitorsStarted = monitorsStarted;
    }

    void start(@Observes NullGiven event) {
        BaselineNull given = event.given();
        Instant at = Objects.requireNonNull(given.at());
        IsoWeek week = IsoWeek.of(at.atOffset(ZoneOffset.UTC).toLocalDate());
        List<Monitor> started = monitors.start(event.handle(), event.figure().id(), given, week, at);
        if (started.isEmpty()) {
            return;
        }
        String by = Objects.requireNonNull(given.by());
        for (Monitor monitor : started) {
            steps.add(
                    event.handle(),
                    monitor.id(),
                    new MonitorStep(
                            MonitorStep.Kind.NULL_GIVEN,
                            at,
                            by,
                            given.reason(),
                            monitor.p0(),
                            monitor.nullRevision(),
                            monitor.startWeek()));
        }
        monitorsStarted.fire(new MonitorsStarted(
                event.handle(), started.stream().map(Monitor::id).toList()));
        judgementsDue.ask(event.handle());
    }
}
