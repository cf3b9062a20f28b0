package io.dripline.local.demo.line;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An alert as {@code /api/alerts} lists it.
 *
 * @param cohort empty where it is about all clinics
 * @param exposed first courses at the crossing
 * @param affected of those, with an event of the measure
 * @param threshold on the scale of E
 * @param highSinceWeek an ISO week, such as 2026-W33
 */
public record ShownAlert(
        String measure,
        Map<String, String> cohort,
        String state,
        String promise,
        long exposed,
        long affected,
        double lnE,
        double threshold,
        String highSinceWeek) {

    /** Whether it is about one clinic, and this one. */
    public boolean isOf(String measure, String clinic) {
        return this.measure.equals(measure) && cohort.equals(Map.of("clinic", clinic));
    }

    /** Whether it is about all clinics together. */
    public boolean isOverAllClinics(String measure) {
        return this.measure.equals(measure) && cohort.isEmpty();
    }

    /** Such as "CNS at clinic-east". */
    public String subject() {
        @Nullable String clinic = cohort.get("clinic");
        return measure + (clinic == null ? " over all clinics" : " at " + clinic);
    }
}
