package io.dripline.reporting.superseding;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertState;
import io.dripline.contracts.alert.AlertStep;
import io.dripline.reporting.alert.Alerts;
import io.dripline.reporting.alert.MonitorsJudged;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Adds the version in which an alert is superseded, and tells whoever looks. */
@ApplicationScoped
class Supersede {

    private static final String JUDGE = "dripline";

    private final Jdbi jdbi;
    private final Alerts alerts;

    Supersede(Jdbi jdbi, Alerts alerts) {
        this.jdbi = jdbi;
        this.alerts = alerts;
    }

    /** Supersedes it unless somebody has; both values are kept, what was found at the crossing and this one. */
    void supersede(UUID id, Corrected corrected, Instant at) {
        jdbi.useTransaction(handle -> alerts.find(handle, id)
                .filter(alert -> alert.state() != AlertState.SUPERSEDED)
                .ifPresent(alert -> add(handle, alert, corrected, at)));
    }

    private void add(Handle handle, Alert alert, Corrected corrected, Instant at) {
        String reason = String.format(
                Locale.ROOT,
                "What had been received up to the crossing was corrected to %d of %d, ln E %.3f; an alert needs %.3f.",
                corrected.affected(),
                corrected.exposed(),
                corrected.lnE(),
                Math.log(alert.threshold()));
        List<AlertStep> history = new ArrayList<>(alert.history());
        history.add(new AlertStep(AlertState.SUPERSEDED, at, JUDGE, reason));
        alerts.add(
                handle,
                new Alert(
                        alert.schema(),
                        alert.id(),
                        alert.version() + 1,
                        alert.monitor(),
                        alert.measure(),
                        alert.unit(),
                        alert.cohort(),
                        AlertState.SUPERSEDED,
                        alert.assessment(),
                        alert.promise(),
                        alert.promiseRemarks(),
                        alert.exposed(),
                        alert.affected(),
                        alert.lnE(),
                        alert.threshold(),
                        alert.raisedAt(),
                        alert.highSinceWeek(),
                        alert.evidence(),
                        history));
        String clinic = alert.cohort().get("clinic");
        new MonitorsJudged(false, clinic == null ? Set.of() : Set.of(clinic)).announce(handle);
    }
}
