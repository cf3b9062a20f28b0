package io.dripline.contracts.session;

import org.jspecify.annotations.Nullable;

/**
 * The dose as planned before the infusion; null where not stated.
 *
 * @param bolusMgPerKg initial bolus, mg per kg of body weight
 * @param mgPerKgPerHour infusion rate, mg/kg/h (intravenous, subcutaneous)
 * @param mgPerKg single dose, mg/kg (every other route)
 */
public record PlannedDose(
        @Nullable Double bolusMgPerKg,
        @Nullable Double mgPerKgPerHour,
        @Nullable Double mgPerKg) {}
