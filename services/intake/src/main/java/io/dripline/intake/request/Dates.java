package io.dripline.intake.request;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of local dates, both ends included.
 *
 * @param from 0001-01-01 where the beginning is open
 * @param to 9999-12-31 where the end is open
 */
public record Dates(LocalDate from, LocalDate to) {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    /**
     * Reads the parameters {@code from} and {@code to}; either may be absent.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 where any of the parameters cannot be read, 422 where
     *     they end before they begin
     */
    public static Dates read(Parameters parameters, @Nullable String from, @Nullable String to) {
        return checked(parameters, parameters.date("from", from, FIRST), parameters.date("to", to, LAST));
    }

    /**
     * Reads the parameters {@code from} and {@code to} of a list that is not paged. Where one of them is absent the dates
     * reach {@code most} days from the other; where both are, to {@code today}.
     *
     * @param most days, both ends included
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 where any of the parameters cannot be read, 422 where
     *     they end before they begin, or are more days than {@code most}
     */
    public static Dates readUpTo(
            int most, LocalDate today, Parameters parameters, @Nullable String from, @Nullable String to) {
        LocalDate last = parameters.date("to", to, today);
        LocalDate first = parameters.date("from", from, last.minusDays(most - 1));
        boolean open = to == null || to.isEmpty();
        Dates dates = checked(parameters, first, open ? first.plusDays(most - 1) : last);
        if (dates.days() > most) {
            throw Refusal.rulesBroken(List.of(new Violation(
                    "to",
                    "expected at most %d days; %s to %s are %d".formatted(most, dates.from, dates.to, dates.days()))));
        }
        return dates;
    }

    private static Dates checked(Parameters parameters, LocalDate from, LocalDate to) {
        parameters.refuseIfWrong();
        if (to.isBefore(from)) {
            throw Refusal.rulesBroken(List.of(new Violation("to", "expected a date that is not before from")));
        }
        return new Dates(from, to);
    }

    private long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** That day alone. */
    public static Dates only(LocalDate date) {
        return new Dates(date, date);
    }
}
