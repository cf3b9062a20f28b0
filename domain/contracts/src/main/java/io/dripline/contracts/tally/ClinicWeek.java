package io.dripline.contracts.tally;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.incidence.IsoWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A clinic's week, day by day: the record of {@code dripline.clinic-weeks.v1}. A session counts on the local date of its
 * start, by the offset that the clinic stated; one that was withdrawn does not count.
 *
 * @param schema {@link ContractJson#SCHEMA}
 * @param clinic the clinic's id, as in its token; decides the partition
 * @param version grows with every change of one of the days
 * @param days Monday to Sunday
 */
public record ClinicWeek(int schema, String clinic, IsoWeek week, long version, List<ClinicDay> days) {

    private static final int DAYS = 7;

    /** Where a day ends last. */
    private static final ZoneOffset WESTERNMOST = ZoneOffset.ofHours(-12);

    public ClinicWeek {
        if (clinic == null || clinic.isBlank()) {
            throw new IllegalArgumentException("clinic: expected a clinic's id, found none");
        }
        if (version < 1) {
            throw new IllegalArgumentException("version: expected 1 or more, found " + version);
        }
        if (days == null || days.size() != DAYS) {
            throw new IllegalArgumentException(
                    "days: expected Monday to Sunday, found " + (days == null ? 0 : days.size()));
        }
        days = List.copyOf(days);
    }

    /** The record's key. */
    public static String key(String clinic, IsoWeek week) {
        return clinic + "|" + week;
    }

    /** Active sessions that started in the week. */
    public long posted() {
        return days.stream().mapToLong(ClinicDay::posted).sum();
    }

    /** Whether each of the seven days has a tally that equals the sessions posted. */
    public boolean agrees() {
        return days.stream().allMatch(ClinicDay::agrees);
    }

    /**
     * When the week is over everywhere on earth: where a day ends last, at UTC-12, its Sunday has ended. No session can start within
     * it any more, whatever offset its clinic states.
     */
    public Instant overAt() {
        return week.plus(1).monday().atTime(LocalTime.MIDNIGHT).toInstant(WESTERNMOST);
    }

    /** Whether it is over and each of its days agrees. A later session, or another tally, opens it again. */
    public boolean closedAt(Instant now) {
        return agrees() && !now.isBefore(overAt());
    }
}
