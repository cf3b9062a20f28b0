package io.dripline.reporting.dashboard.clinics;

import io.dripline.reporting.dashboard.chart.Drawing;
import io.dripline.reporting.dashboard.layout.ShownTime;
import io.dripline.reporting.funnel.ClinicFunnel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the clinics' page shows and keeps current.
 *
 * @param words measure, cohort and unit
 * @param period the weeks that were asked for
 * @param postedPeriod the weeks whose posting is looked at
 * @param query of the address, with its question mark
 * @param all the rate of all clinics with its counts; null without exposure
 * @param picture the funnel; null without exposure
 * @param unnamed how many clinics have no name in it, for want of room
 * @param lines every clinic that was ever seen, by name
 * @param notCurrent why newer changes may be missing, null if none are
 */
public record ClinicsView(
        ClinicFunnel funnel,
        String words,
        String period,
        String postedPeriod,
        String query,
        @Nullable String all,
        @Nullable Drawing picture,
        int unnamed,
        List<ClinicLine> lines,
        ShownTime asOf,
        @Nullable String notCurrent) {

    public ClinicsView {
        lines = List.copyOf(lines);
    }
}
