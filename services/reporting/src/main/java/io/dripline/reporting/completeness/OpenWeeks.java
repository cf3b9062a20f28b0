package io.dripline.reporting.completeness;

import io.dripline.contracts.incidence.IsoWeek;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every clinic-week of which something is known and in which sessions may still be missing. A clinic-week with counts that
 * is not among them is closed.
 */
public record OpenWeeks(Set<ClinicAndWeek> weeks) {

    /** Nothing is missing. */
    public static final OpenWeeks NONE = new OpenWeeks(Set.of());

    public OpenWeeks {
        weeks = Set.copyOf(weeks);
    }

    /** These weeks. */
    public static OpenWeeks of(Collection<ClinicAndWeek> weeks) {
        return new OpenWeeks(Set.copyOf(weeks));
    }

    /** Whether sessions of a clinic's week may still be missing. */
    public boolean contains(String clinic, IsoWeek week) {
        return weeks.contains(new ClinicAndWeek(clinic, week));
    }

    /**
     * Those of a scope, ascending.
     *
     * @param clinic null for every clinic
     * @param from first week, inclusive; null for the beginning
     * @param to last week, inclusive; null for no end
     */
    public List<ClinicAndWeek> within(@Nullable String clinic, @Nullable IsoWeek from, @Nullable IsoWeek to) {
        return weeks.stream()
                .filter(open -> clinic == null || clinic.equals(open.clinic()))
                .filter(open -> from == null || from.compareTo(open.week()) <= 0)
                .filter(open -> to == null || open.week().compareTo(to) <= 0)
                .sorted()
                .toList();
    }
}
