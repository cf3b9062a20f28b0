package io.dripline.reporting.dashboard.clinic;

import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.reporting.completeness.OwnWeek;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.posting.PostedDay;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From what was performed, posted and counted to the words for each week. */
final class DescribePosting {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
    private static final int DAYS_OF_A_WEEK = 7;
    private static final String NOTHING = "–";

    private final Map<IsoWeek, OwnWeek> weeks;
    private final @Nullable Map<LocalDate, PostedDay> days;
    private final LocalDate running;

    /**
     * @param weeks as published and counted
     * @param days with what was performed, null where nobody could tell
     * @param running the earliest day that is not over everywhere
     */
    DescribePosting(List<OwnWeek> weeks, @Nullable List<PostedDay> days, LocalDate running) {
        this.weeks = weeks.stream().collect(Collectors.toMap(OwnWeek::week, Function.identity()));
        this.days = days == null ? null : days.stream().collect(Collectors.toMap(PostedDay::date, Function.identity()));
        this.running = running;
    }

    /** Each week of a time. @param away why there are no days, null if there are */
    PostingView view(IsoWeek first, IsoWeek last, @Nullable String away) {
        List<PostingView.Line> lines = LongStream.rangeClosed(0, first.weeksUntil(last))
                .mapToObj(week -> line(last.plus(-week)))
                .toList();
        return new PostingView(lines, away);
    }

    private PostingView.Line line(IsoWeek week) {
        OwnWeek counted = weeks.getOrDefault(week, new OwnWeek(week, 0, 0, false));
        Map<LocalDate, PostedDay> told = days;
        if (told == null) {
            return new PostingView.Line(
                    week.toString(),
                    NOTHING,
                    Figures.count(counted.posted()),
                    counted.closed() ? "● complete" : "○ not known now",
                    counted.closed() ? "COMPLETE" : "RUNNING",
                    List.of());
        }
        List<PostedDay> ofWeek = LongStream.range(0, DAYS_OF_A_WEEK)
                .mapToObj(day -> week.monday().plusDays(day))
                .flatMap(date -> Stream.ofNullable(told.get(date)))
                .toList();
        List<PostedDay> stated =
                ofWeek.stream().filter(day -> day.sessionsPerformed() != null).toList();
        long performed = stated.stream().mapToLong(DescribePosting::performed).sum();
        long missing = stated.stream()
                .mapToLong(day -> Math.max(0, performed(day) - day.sessionsPosted()))
                .sum();
        long more = stated.stream()
                .mapToLong(day -> Math.max(0, day.sessionsPosted() - performed(day)))
                .sum();
        List<LocalDate> unstated = unstated(week, stated);
        State state = state(week, counted, missing, more, unstated.size());
        return new PostingView.Line(
                week.toString(),
                stated.isEmpty() ? NOTHING : Figures.count(performed),
                Figures.count(
                        ofWeek.stream().mapToLong(PostedDay::sessionsPosted).sum()),
                state.words(),
                state.css(),
                remarks(stated, unstated));
    }

    private record State(String css, String words) {}

    private State state(IsoWeek week, OwnWeek counted, long missing, long more, long unstated) {
        List<String> found = new ArrayList<>();
        if (missing > 0) {
            found.add(several(missing, "session is", "sessions are") + " not posted");
        }
        if (more > 0) {
            found.add("%s posted than performed".formatted(several(more, "session more was", "sessions more were")));
        }
        if (unstated > 0) {
            found.add(several(unstated, "day has", "days have") + " no tally");
        }
        if (!found.isEmpty()) {
            boolean differs = missing > 0 || more > 0;
            return new State(differs ? "MISSING" : "UNSTATED", (differs ? "▲ " : "◇ ") + String.join("; ", found));
        }
        if (counted.closed()) {
            return new State("COMPLETE", "● complete");
        }
        return new State(
                "RUNNING",
                week.monday().plusDays(DAYS_OF_A_WEEK).isAfter(running)
                        ? "○ still running"
                        : "○ agrees, and is being counted");
    }

    private static List<String> remarks(List<PostedDay> stated, List<LocalDate> unstated) {
        return Stream.concat(
                        stated.stream()
                                .filter(day -> performed(day) != day.sessionsPosted())
                                .map(day -> "%s: %d performed, %d posted"
                                        .formatted(DAY.format(day.date()), performed(day), day.sessionsPosted())),
                        unstated.stream().map(date -> DAY.format(date) + ": no tally"))
                .toList();
    }

    /** Days that are over wherever the clinic may be, of which the clinic does not say what it did. */
    private List<LocalDate> unstated(IsoWeek week, List<PostedDay> stated) {
        Set<LocalDate> dates = stated.stream().map(PostedDay::date).collect(Collectors.toSet());
        return LongStream.range(0, DAYS_OF_A_WEEK)
                .mapToObj(day -> week.monday().plusDays(day))
                .filter(date -> date.isBefore(running) && !dates.contains(date))
                .toList();
    }

    private static int performed(PostedDay day) {
        return Objects.requireNonNull(day.sessionsPerformed());
    }

    private static String several(long count, String one, String many) {
        return "%s %s".formatted(Figures.count(count), count == 1 ? one : many);
    }
}
