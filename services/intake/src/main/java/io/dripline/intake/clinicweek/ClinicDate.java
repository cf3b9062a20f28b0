package io.dripline.intake.clinicweek;

import io.dripline.contracts.incidence.IsoWeek;
import java.time.LocalDate;

/** A clinic's day. */
record ClinicDate(String clinic, LocalDate date) {

    /** Which week, by the key of its record. */
    Week week() {
        return new Week(clinic, IsoWeek.of(date));
    }

    /** A clinic's week. */
    record Week(String clinic, IsoWeek week) {}
}
