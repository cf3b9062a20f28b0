package io.dripline.reporting.dashboard.alert;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.WeekCount;
import io.dripline.reporting.dashboard.download.Csv;
import java.util.List;

/** What an alert was raised on, week by week. */
final class AlertCsv {

    private AlertCsv() {}

    static Csv of(AlertView view) {
        Alert alert = view.alert();
        Csv csv = new Csv(List.of(
                "alert",
                "monitor",
                "measure",
                "filters",
                "unit",
                "week",
                "affected",
                "exposed",
                "ln_e_after_the_week",
                "threshold_e",
                "p0",
                "null_ascertainment",
                "null_window",
                "baseline"));
        List<WeekCount> weeks = alert.evidence().weeks();
        for (int i = 0; i < weeks.size(); i++) {
            csv.row(
                    view.id(),
                    alert.monitor(),
                    alert.measure(),
                    Csv.filters(alert.cohort()),
                    alert.unit().name(),
                    weeks.get(i).week().toString(),
                    weeks.get(i).affected(),
                    weeks.get(i).exposed(),
                    view.detail().trajectory().get(i).lnE(),
                    alert.threshold(),
                    alert.evidence().p0(),
                    alert.evidence().nullAscertainment(),
                    alert.evidence().nullWindow(),
                    alert.evidence().baseline());
        }
        return csv;
    }
}
