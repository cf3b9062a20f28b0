package io.dripline.reporting.alert;

import io.dripline.contracts.alert.Alert;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.opinion.ComparableFigures;
import jakarta.enterprise.context.ApplicationScoped;

/** What every alert says, wherever it is told: beside its own null, how it stands among all that was published of the like. */
@ApplicationScoped
public class SummariseAlert {

    private final Baselines baselines;

    public SummariseAlert(Baselines baselines) {
        this.baselines = baselines;
    }

    /** The summary of one version of an alert. */
    public AlertSummary summarise(Alert alert) {
        return AlertSummary.of(alert, figures(alert));
    }

    /** The comparable published figures beside the rate at its crossing; of an alert that does not hold them, those of now. */
    ComparableFigures figures(Alert alert) {
        if (alert.figures() != null) {
            return new ComparableFigures(alert.figures());
        }
        Double rate = alert.exposed() == 0 ? null : (double) alert.affected() / alert.exposed();
        return ComparableFigures.beside(baselines, alert.measure(), alert.unit(), alert.cohort(), rate);
    }
}
