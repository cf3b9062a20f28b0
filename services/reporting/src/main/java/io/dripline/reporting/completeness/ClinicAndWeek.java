package io.dripline.reporting.completeness;

import io.dripline.contracts.incidence.IsoWeek;
import java.util.Comparator;

/** A clinic's week, ordered by week and then by clinic. */
public record ClinicAndWeek(String clinic, IsoWeek week) implements Comparable<ClinicAndWeek> {

    private static final Comparator<ClinicAndWeek> ORDER =
            Comparator.comparing(ClinicAndWeek::week).thenComparing(ClinicAndWeek::clinic);

    @Override
    public int compareTo(ClinicAndWeek other) {
        return ORDER.compare(this, other);
    }
}
