package io.dripline.reporting.dashboard.report;

import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.dashboard.report.LineOutcome.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file.
 *
 * @param file its name
 * @param summary how many lines came to what
 * @param whole whether every line was stored, now or before, or is a note
 * @param away why intake did not answer for all, null if it did
 * @param lines what became of each, lines that follow one another and came to the same in one
 * @param beyond what became of those that are more than a page shows one by one, by their numbers
 */
public record UploadAnswer(
        String file,
        String summary,
        boolean whole,
        @Nullable String away,
        List<Lines> lines,
        List<String> beyond) {

    /** More would be read by nobody, and take a browser long to show. */
    static final int MOST_SHOWN = 1_000;

    private static final Set<Kind> WELL = EnumSet.of(Kind.STORED, Kind.REPEATED, Kind.NOTE);

    /** Lines that came to the same. @param css the kind */
    public record Lines(String numbers, String css, String words, List<String> why) {

        public Lines {
            why = List.copyOf(why);
        }
    }

    public UploadAnswer {
        lines = List.copyOf(lines);
        beyond = List.copyOf(beyond);
    }

    /** Collects what becomes of lines, in their order. */
    static final class Collect {

        private record Run(int from, int to, LineOutcome outcome) {

            String numbers() {
                return from == to ? String.valueOf(from) : from + "–" + to;
            }
        }

        private final List<Run> runs = new ArrayList<>();
        private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

        void add(int line, LineOutcome became) {
            counts.merge(became.kind(), 1, Integer::sum);
            // Of what a page does not show one by one nobody is told why.
            LineOutcome outcome = runs.size() < MOST_SHOWN ? became : new LineOutcome(became.kind(), List.of());
            Run last = runs.isEmpty() ? null : runs.getLast();
            if (last != null && last.outcome().equals(outcome)) {
                runs.set(runs.size() - 1, new Run(last.from(), line, outcome));
            } else {
                runs.add(new Run(line, line, outcome));
            }
        }

        UploadAnswer answer(String file, @Nullable String away) {
            List<Run> shown = runs.subList(0, Math.min(MOST_SHOWN, runs.size()));
            List<Run> more = runs.subList(shown.size(), runs.size());
            return new UploadAnswer(
                    file,
                    summary(),
                    isWhole(),
                    away,
                    shown.stream()
                            .map(run -> new Lines(
                                    run.numbers(),
                                    run.outcome().kind().name(),
                                    run.outcome().kind().words(),
                                    run.outcome().why()))
                            .toList(),
                    Arrays.stream(Kind.values())
                            .filter(kind ->
                                    more.stream().anyMatch(run -> run.outcome().kind() == kind))
                            .map(kind -> "%s: %s"
                                    .formatted(
                                            kind.words(),
                                            more.stream()
                                                    .filter(run -> run.outcome().kind() == kind)
                                                    .map(Run::numbers)
                                                    .collect(Collectors.joining(", "))))
                            .toList());
        }

        private boolean isWhole() {
            return !counts.isEmpty() && WELL.containsAll(counts.keySet());
        }

        private String summary() {
            return counts.isEmpty()
                    ? "There is no line below the names of the columns."
                    : counts.entrySet().stream()
                            .map(count -> "%s %s"
                                    .formatted(
                                            Figures.count(count.getValue()),
                                            count.getKey().words().substring(2)))
                            .collect(Collectors.joining("; ", "Lines: ", "."));
        }
    }
}
