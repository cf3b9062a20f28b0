package io.dripline.contracts.incidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An ISO 8601 week, written {@code 2026-W47}.
 *
 * @param year week-based year, 1 to 9999
 * @param week 1 to 52 or 53, as the year has
 */
public record IsoWeek(int year, int week) implements Comparable<IsoWeek> {

    private static final Pattern FORM = Pattern.compile("(\\d{4})-W(\\d{2})");

    public IsoWeek {
        if (year < 1 || year > 9999 || week < 1 || week > weeksIn(year)) {
            throw new IllegalArgumentException(
                    "expected an ISO week such as 2026-W47, found %d-W%d".formatted(year, week));
        }
    }

    /** The week of a local date. */
    public static IsoWeek of(LocalDate date) {
        return new IsoWeek(date.get(IsoFields.WEEK_BASED_YEAR), date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException unless the text has the form 2026-W47 and names a week that exists
     */
    public static IsoWeek parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected an ISO week such as 2026-W47, found " + text);
        }
        return new IsoWeek(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** As {@link #parse}, but says nothing of the text, which may be anything where it comes from a record. */
    @JsonCreator
    static IsoWeek ofRecord(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("expected an ISO week such as 2026-W47");
        }
        return parse(text);
    }

    /** The week's first day. */
    public LocalDate monday() {
        return LocalDate.of(year, 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                .with(DayOfWeek.MONDAY);
    }

    /** Weeks from this one to {@code other}; negative if it is earlier. */
    public long weeksUntil(IsoWeek other) {
        return ChronoUnit.WEEKS.between(monday(), other.monday());
    }

    /** The week {@code weeks} later. */
    public IsoWeek plus(long weeks) {
        return of(monday().plusWeeks(weeks));
    }

    @Override
    public int compareTo(IsoWeek other) {
        return year != other.year ? Integer.compare(year, other.year) : Integer.compare(week, other.week);
    }

    @JsonValue
    @Override
    public String toString() {
        // Not by a format, which reads its pattern anew each time: weeks are written for every cell that changes.
        String digits = Integer.toString(year);
        return "0".repeat(4 - digits.length()) + digits + (week < 10 ? "-W0" : "-W") + week;
    }

    /** A year has 53 weeks if it ends on a Thursday, or starts on one: if the year before ended on a Wednesday. */
    private static int weeksIn(int year) {
        return lastWeekday(year) == 4 || lastWeekday(year - 1) == 3 ? 53 : 52;
    }

    /** The weekday of 31 December, 0 for a Sunday. */
    private static int lastWeekday(int year) {
        return (year + year / 4 - year / 100 + year / 400) % 7;
    }
}
