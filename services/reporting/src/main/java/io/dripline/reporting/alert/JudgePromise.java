package io.dripline.reporting.alert;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertStep;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.completeness.OpenWeeks;
import io.dripline.reporting.monitor.Monitor;
import io.dripline.reporting.monitor.Monitors;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Judges again what one alert promises; where its promise or its remarks become others it gets a version more. */
@ApplicationScoped
class JudgePromise {

    private static final Logger LOG = Logger.getLogger(JudgePromise.class);

    private final Alerts alerts;
    private final Monitors monitors;
    private final Judgements judgements;
    private final Baselines baselines;
    private final WeighClosedWeeks weighClosedWeeks;
    private final Clock clock;

    JudgePromise(
            Alerts alerts,
            Monitors monitors,
            Judgements judgements,
            Baselines baselines,
            WeighClosedWeeks weighClosedWeeks,
            Clock clock) {
        this.alerts = alerts;
        this.monitors = monitors;
        this.judgements = judgements;
        this.baselines = baselines;
        this.weighClosedWeeks = weighClosedWeeks;
        this.clock = clock;
    }

    /**
     * Begins transactions of its own, which have written nothing before, so that versions are published in their order. One
     * that no longer stands is left as it is.
     *
     * @param handle outside any transaction; counts hold whole reports
     * @param open as the counts are now
     */
    void judge(Handle handle, UUID id, OpenWeeks open) {
        // False where another step came between reading and writing: this one follows it.
        while (!handle.inTransaction(h -> judgeWithin(h, id, open))) {
            LOG.debugf("Alert %s got another version meanwhile", id);
        }
    }

    private boolean judgeWithin(Handle handle, UUID id, OpenWeeks open) {
        Alert alert = alerts.find(handle, id).orElseThrow();
        Optional<Monitor> monitor = monitors.find(handle, alert.monitor());
        if (!alert.latched() || monitor.isEmpty()) {
            return true;
        }
        Judgement judgement = judgements
                .of(handle, Set.of(alert.monitor()))
                .getOrDefault(alert.monitor(), Judgement.none(alert.monitor()));
        Promised promised = WeighPromise.ofAlert(
                monitor.get(),
                baselines.get(alert.evidence().baseline()),
                judgement,
                weighClosedWeeks.weigh(handle, monitor.get(), alert.evidence(), alert.threshold(), open));
        if (promised.equals(new Promised(alert.promise(), alert.promiseRemarks()))) {
            return true;
        }
        NextStep step = new NextStep.PromiseAnew(promised, reason(alert, promised));
        Alert next = step.after(alert, AlertStep.DRIPLINE, clock.instant());
        if (!alerts.add(handle, next)) {
            return false;
        }
        TakeStep.changed(next).announce(handle);
        if (promised.promise() != alert.promise()) {
            LOG.infof("Alert %s: promise %s, before %s", id, promised.promise(), alert.promise());
        }
        return true;
    }

    /** What of the promise is another now: what it is, and each remark that was not there before. */
    private static String reason(Alert before, Promised now) {
        String what = now.promise() == before.promise()
                ? "The promise is %s as before.".formatted(now.promise())
                : "The promise is %s, it was %s.".formatted(now.promise(), before.promise());
        return now.remarks().stream()
                .filter(remark -> !before.promiseRemarks().contains(remark))
                .collect(Collectors.joining(" ", what + " ", ""))
                .strip();
    }
}
