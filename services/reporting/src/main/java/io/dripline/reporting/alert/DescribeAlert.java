package io.dripline.reporting.alert;

import io.dripline.contracts.alert.Alert;
import io.dripline.reporting.opinion.GiveSecondOpinions;
import io.dripline.reporting.opinion.Patience;
import io.dripline.reporting.opinion.SecondOpinions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** From an alert to all that there is to tell about it; what is not stored follows from the counts that are. */
@ApplicationScoped
public class DescribeAlert {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final SummariseAlert summaries;
    private final GiveSecondOpinions secondOpinions;

    DescribeAlert(SummariseAlert summaries, GiveSecondOpinions secondOpinions) {
        this.summaries = summaries;
        this.secondOpinions = secondOpinions;
    }

    /** The alert with its trajectory, and with second opinions on the counts at its crossing. */
    public AlertDetail describe(Alert alert) {
        SecondOpinions atTheCrossing = secondOpinions.about(
                alert.evidence().p0(), alert.threshold(), alert.evidence().weeks(), Patience.of(PATIENCE));
        return AlertDetail.of(alert, atTheCrossing, summaries.figures(alert));
    }
}
