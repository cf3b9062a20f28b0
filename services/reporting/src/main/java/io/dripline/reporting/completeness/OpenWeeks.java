package io.dripline.reporting.completeness;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import io.dripline.contracts.incidence.IsoWeek;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every clinic-week of which something is known and in which sessions may still be missing. A clinic-week with counts that
 * is not among them is closed.
 */
public final class OpenWeeks {

    /** Nothing is missing. */
    public static final OpenWeeks NONE = new OpenWeeks(Map.of());

    private final Map<String, SortedSet<IsoWeek>> byClinic;

    /** In order, once somebody has asked for it. */
    private volatile @Nullable List<ClinicAndWeek> all;

    private OpenWeeks(Map<String, SortedSet<IsoWeek>> byClinic) {
        this.byClinic = Map.copyOf(byClinic);
    }

    /** These weeks. */
    public static OpenWeeks of(Collection<ClinicAndWeek> weeks) {
        return new OpenWeeks(weeks.stream()
                .collect(groupingBy(
                        ClinicAndWeek::clinic,
                        mapping(
                                ClinicAndWeek::week,
                                collectingAndThen(toCollection(TreeSet::new), Collections::unmodifiableSortedSet)))));
    }

    /** The same but for some clinics, of which nothing else is open than these. */
    public OpenWeeks with(Collection<String> clinics, OpenWeeks theirs) {
        Map<String, SortedSet<IsoWeek>> changed = new HashMap<>(byClinic);
        for (String clinic : clinics) {
            SortedSet<IsoWeek> weeks = theirs.byClinic.get(clinic);
            if (weeks == null) {
                changed.remove(clinic);
            } else {
                changed.put(clinic, weeks);
            }
        }
        return changed.equals(byClinic) ? this : new OpenWeeks(changed);
    }

    /** Whether sessions of a clinic's week may still be missing. */
    public boolean contains(String clinic, IsoWeek week) {
        return of(clinic).contains(week);
    }

    /** The weeks of one clinic, ascending. */
    public Set<IsoWeek> of(String clinic) {
        return byClinic.getOrDefault(clinic, Collections.emptySortedSet());
    }

    /**
     * Those of a scope, ascending.
     *
     * @param clinic null for every clinic
     * @param from first week, inclusive; null for the beginning
     * @param to last week, inclusive; null for no end
     */
    public List<ClinicAndWeek> within(@Nullable String clinic, @Nullable IsoWeek from, @Nullable IsoWeek to) {
        Stream<ClinicAndWeek> scope =
                clinic == null ? all().stream() : of(clinic).stream().map(week -> new ClinicAndWeek(clinic, week));
        return scope.filter(open -> from == null || from.compareTo(open.week()) <= 0)
                .filter(open -> to == null || open.week().compareTo(to) <= 0)
                .toList();
    }

    private List<ClinicAndWeek> all() {
        List<ClinicAndWeek> sorted = all;
        if (sorted == null) {
            sorted = byClinic.entrySet().stream()
                    .flatMap(clinic -> clinic.getValue().stream().map(week -> new ClinicAndWeek(clinic.getKey(), week)))
                    .sorted()
                    .toList();
            all = sorted;
        }
        return sorted;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OpenWeeks weeks && byClinic.equals(weeks.byClinic);
    }

    @Override
    public int hashCode() {
        return byClinic.hashCode();
    }

    @Override
    public String toString() {
        return "OpenWeeks" + byClinic;
    }
}
