package io.dripline.reporting.incidence;

import io.dripline.contracts.incidence.IsoWeek;

/** Exposures of a clinic that started in a week, and those of them that were affected. */
public record ClinicWeekCount(String clinic, IsoWeek week, long exposed, long affected) {}
