package io.dripline.intake.request;

import java.time.LocalDate;
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
        Dates dates = new Dates(parameters.date("from", from, FIRST), parameters.date("to", to, LAST));
        parameters.refuseIfWrong();
        if (dates.to.isBefore(dates.from)) {
            throw Refusal.rulesBroken(List.of(new Violation("to", "expected a date that is not before from")));
        }
        return dates;
    }

    /** That day alone. */
    public static Dates only(LocalDate date) {
        return new Dates(date, date);
    }
}
