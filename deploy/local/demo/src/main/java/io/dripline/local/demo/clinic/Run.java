package io.dripline.local.demo.clinic;

import io.dripline.contracts.incidence.IsoWeek;
import java.time.LocalDate;

/**
 * Which demo: everything that it reports follows from these. References and patients carry seed and first week, so the
 * same run again changes nothing and another one adds other patients.
 *
 * @param seed any number
 * @param firstWeek the earliest week that is reported
 * @param weeks whole weeks before the live sessions, 1 to 104
 */
public record Run(long seed, IsoWeek firstWeek, int weeks) {

    public Run {
        if (weeks < 1 || weeks > 104) {
            throw new IllegalArgumentException("weeks: expected 1 to 104, found " + weeks);
        }
    }

    /** The run whose last whole week is the one before {@code today}'s. */
    public static Run before(LocalDate today, long seed, int weeks) {
        return new Run(seed, IsoWeek.of(today).plus(-weeks), weeks);
    }

    /** The calendar week of a week of the demo, which counts from 1. */
    public IsoWeek calendar(int week) {
        return firstWeek.plus(week - 1L);
    }

    /** What all references and patients of this run begin with. */
    String name() {
        return "demo-%d-%s".formatted(seed, firstWeek);
    }
}
