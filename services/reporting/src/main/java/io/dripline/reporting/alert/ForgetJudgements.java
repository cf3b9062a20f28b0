package io.dripline.reporting.alert;

import io.dripline.reporting.monitor.MonitorsStarted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What a monitor counted while it waited for a null is not held against it: it counts from the week of its null on. */
@ApplicationScoped
class ForgetJudgements {

    private final Judgements judgements;

    ForgetJudgements(Judgements judgements) {
        this.judgements = judgements;
    }

    void forget(@Observes MonitorsStarted started) {
        judgements.forget(started.handle(), started.monitors());
    }
}
