package io.dripline.reporting.incidence;

import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which exposures to add up.
 *
 * @param measures measure ids, answered one by one; one that was never counted has no affected exposures
 * @param cohort values that exposures must have, by dimension; WEEK is not among them
 * @param from first week, inclusive; null for the beginning
 * @param to last week, inclusive; null for no end
 * @param by keeps the values of this dimension apart; null adds up all
 */
public record IncidenceQuestion(
        List<String> measures,
        Unit unit,
        Map<Dimension, String> cohort,
        @Nullable IsoWeek from,
        @Nullable IsoWeek to,
        @Nullable Dimension by) {

    public IncidenceQuestion {
        if (cohort.containsKey(Dimension.WEEK)) {
            throw new IllegalArgumentException("cohort: weeks are given by from and to");
        }
        measures = List.copyOf(measures);
        cohort = Map.copyOf(cohort);
    }

    /** All exposures of a cohort by week, for judging. */
    public static IncidenceQuestion weekly(
            List<String> measures, Unit unit, Map<String, String> cohort, @Nullable IsoWeek from) {
        Map<Dimension, String> filter = new EnumMap<>(Dimension.class);
        cohort.forEach((field, value) -> filter.put(
                Dimension.named(field).orElseThrow(() -> new IllegalArgumentException("cohort: no dimension " + field)),
                value));
        return new IncidenceQuestion(measures, unit, filter, from, null, Dimension.WEEK);
    }

    /** What exposures are told apart by, be it to choose among them or to keep them apart. */
    Set<Dimension> involved() {
        Set<Dimension> involved = EnumSet.noneOf(Dimension.class);
        involved.addAll(cohort.keySet());
        if (by != null) {
            involved.add(by);
        }
        if (from != null || to != null) {
            involved.add(Dimension.WEEK);
        }
        return involved;
    }

    /** The filters of a cohort as they stand in requests. */
    static List<Dimension> filters() {
        return Dimension.ofCohorts();
    }
}
