package io.dripline.contracts.incidence;

/** Planned mg/kg/h (intravenous, subcutaneous) or planned mg/kg (other routes). */
public enum DoseBand {
    BELOW_0_5,
    FROM_0_5_TO_1,
    ABOVE_1_TO_2,
    ABOVE_2
}
