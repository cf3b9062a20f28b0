package io.dripline.intake.request;

import io.quarkiverse.resteasy.problem.HttpProblem;
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
     * @throws HttpProblem 400 where any of the parameters cannot be read, 422 where
     *     they end before they begin
     */
    public static Dates read(Parameters parameters, @Nullable String from, @Nullable String to) {
        return checked(parameters, parameters.date("from", from, FIRST), parameters.date("to", to, LAST));
    }

    /**
     * Reads the parameters {@code from} and {@code to} of a list that is not paged. Without {@code to} they reach to {@code
     * today}, or are {@code from} alone if that is later; without both they are the last {@code most} days. What was asked
     * for is never cut silently, so {@code to} alone, which has no beginning, is refused.
     *
     * @param most days, both ends included
     * @throws HttpProblem 400 where any of the parameters cannot be read, 422 where
     *     {@code to} stands alone, they end before they begin, or are more days than {@code most}
     */
    public static Dates readUpTo(
            int most, LocalDate today, Parameters parameters, @Nullable String from, @Nullable String to) {
        LocalDate first = parameters.date("from", from, today.minusDays(most - 1));
        LocalDate last = parameters.date("to", to, first.isAfter(today) ? first : today);
        parameters.refuseIfWrong();
        if (isAbsent(from) && !isAbsent(to)) {
            throw broken("from", "expected beside to; at most %d days are answered".formatted(most));
        }
        Dates dates = checked(parameters, first, last);
        if (dates.days() > most) {
            throw broken("to", "expected at most %d days; %s to %s are %d".formatted(most, first, last, dates.days()));
        }
        return dates;
    }

    private static boolean isAbsent(@Nullable String parameter) {
        return parameter == null || parameter.isEmpty();
    }

    private static Dates checked(Parameters parameters, LocalDate from, LocalDate to) {
        parameters.refuseIfWrong();
        if (to.isBefore(from)) {
            throw broken("to", "expected a date that is not before from");
        }
        return new Dates(from, to);
    }

    private static HttpProblem broken(String parameter, String message) {
        return Refusal.rulesBroken(List.of(new Violation(parameter, message)));
    }

    private long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** That day alone. */
    public static Dates only(LocalDate date) {
        return new Dates(date, date);
    }
}
