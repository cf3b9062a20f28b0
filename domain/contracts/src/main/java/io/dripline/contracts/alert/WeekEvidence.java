package io.dripline.contracts.alert;

import io.dripline.contracts.incidence.IsoWeek;

/**
 * How far the evidence had come with a week.
 *
 * @param lnE natural logarithm of the mixture e-value over all exposures that started up to the end of the week
 */
public record WeekEvidence(IsoWeek week, double lnE) {}
