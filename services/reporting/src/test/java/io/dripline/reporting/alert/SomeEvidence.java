package io.dripline.reporting.alert;

import io.dripline.contracts.alert.AlertEvidence;
import io.dripline.contracts.alert.WeekCount;
import io.dripline.contracts.incidence.IsoWeek;
import java.util.List;

/** What alerts are raised on. */
public final class SomeEvidence {

    private SomeEvidence() {}

    /** 14 of 40 in one week against the 8 % of Table 9's CNS. */
    public static AlertEvidence ofCns(IsoWeek week) {
        return new AlertEvidence(
                "table9-cns", 0.08, null, null, 0.04, 2.0, 10.5, 0.8, 1, week, List.of(new WeekCount(week, 40, 14)));
    }
}
