package io.dripline.reporting.alert;

import io.dripline.contracts.alert.WeekCount;
import io.dripline.contracts.incidence.IsoWeek;

/**
 * What a monitor counted of one week.
 *
 * @param exposed exposures that started in the week
 * @param affected of those, with a coded event of the measure
 * @param possible those, and exposures in which an event that awaits coding may be one
 * @param replaced first courses that counted here until an earlier session was received; not among exposed
 */
public record JudgedWeek(IsoWeek week, long exposed, long affected, long possible, long replaced) {

    /** What of it enters the evidence. */
    public WeekCount count() {
        return new WeekCount(week, exposed, affected);
    }
}
