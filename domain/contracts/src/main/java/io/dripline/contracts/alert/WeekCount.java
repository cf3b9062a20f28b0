package io.dripline.contracts.alert;

import io.dripline.contracts.incidence.IsoWeek;

/** Exposures that started in one week, and those of them that were affected. */
public record WeekCount(IsoWeek week, long exposed, long affected) {

    public WeekCount {
        if (affected < 0 || exposed < affected) {
            throw new IllegalArgumentException(
                    "%s: expected 0 <= affected <= exposed, found %d of %d".formatted(week, affected, exposed));
        }
    }
}
