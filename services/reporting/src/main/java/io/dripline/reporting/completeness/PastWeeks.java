package io.dripline.reporting.completeness;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Clinic-weeks as they had been published by a past time. */
public record PastWeeks(Map<ClinicAndWeek, State> weeks) {

    /**
     * @param closed whether it was over and its tallies agreed with what was posted
     * @param posted sessions posted by then; null where that was not kept yet
     */
    public record State(boolean closed, @Nullable Long posted) {

        /** Whether nothing was missing where so many sessions were counted. */
        private boolean isWhole(long counted) {
            return closed && (posted == null || posted == counted);
        }
    }

    public PastWeeks {
        weeks = Map.copyOf(weeks);
    }

    /**
     * Those in which sessions might still be missing, by the rule of {@link ClinicWeeks#open}.
     *
     * @param counted sessions that were counted by then; a clinic-week without any may be left out
     */
    public OpenWeeks open(Map<ClinicAndWeek, Long> counted) {
        Set<ClinicAndWeek> open = new HashSet<>();
        weeks.forEach((week, state) -> {
            if (!state.isWhole(counted.getOrDefault(week, 0L))) {
                open.add(week);
            }
        });
        counted.forEach((week, sessions) -> {
            if (sessions > 0 && !weeks.containsKey(week)) {
                open.add(week);
            }
        });
        return OpenWeeks.of(open);
    }
}
