package io.dripline.counting;

import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.DoseBand;
import io.dripline.contracts.session.PlannedDose;
import io.dripline.contracts.session.Route;
import org.jspecify.annotations.Nullable;

/** Which band a planned dose falls in. A bolus has no band: it is no rate. */
public final class DoseBands {

    private DoseBands() {}

    /**
     * The band as a dimension of a cell.
     *
     * @return a {@link DoseBand} by the planned mg/kg/h (intravenous, subcutaneous) or the planned mg/kg (other
     *     routes); UNSTATED where the figure that the route calls for is missing
     */
    public static String of(Route route, @Nullable PlannedDose planned) {
        Double dose = planned == null
                ? null
                : switch (route) {
                    case INTRAVENOUS, SUBCUTANEOUS -> planned.mgPerKgPerHour();
                    case INTRAMUSCULAR, INTRANASAL, SUBLINGUAL, ORAL, RECTAL, TOPICAL, EPIDURAL -> planned.mgPerKg();
                };
        return dose == null ? Cell.UNSTATED : band(dose).name();
    }

    private static DoseBand band(double dose) {
        if (!(dose >= 0)) {
            throw new IllegalArgumentException("plannedDose: expected 0 or more, found " + dose);
        }
        if (dose < 0.5) {
            return DoseBand.BELOW_0_5;
        }
        if (dose <= 1) {
            return DoseBand.FROM_0_5_TO_1;
        }
        return dose <= 2 ? DoseBand.ABOVE_1_TO_2 : DoseBand.ABOVE_2;
    }
}
