package io.dripline.reporting.alert;

import io.dripline.contracts.alert.WeekCount;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a monitor was last judged on: whole reports only.
 *
 * @param lnE natural logarithm of the mixture e-value, null while there is no null to judge by
 * @param weeks counts by week, ascending; weeks with neither an exposure nor a replaced first course are left out
 */
public record Judgement(
        String monitor, Instant judgedAt, @Nullable Double lnE, List<JudgedWeek> weeks) {

    public Judgement {
        weeks = List.copyOf(weeks);
    }

    /** What stands before anything was judged. */
    public static Judgement none(String monitor) {
        return new Judgement(monitor, Instant.EPOCH, null, List.of());
    }

    /** The counts alone, by week. */
    public List<WeekCount> counts() {
        return weeks.stream().map(JudgedWeek::count).toList();
    }

    public long exposed() {
        return weeks.stream().mapToLong(JudgedWeek::exposed).sum();
    }

    public long affected() {
        return weeks.stream().mapToLong(JudgedWeek::affected).sum();
    }

    public long possible() {
        return weeks.stream().mapToLong(JudgedWeek::possible).sum();
    }

    public long replaced() {
        return weeks.stream().mapToLong(JudgedWeek::replaced).sum();
    }
}
