package io.dripline.local.deadletters;

import io.dripline.contracts.deadletter.DeadLetter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dead letters for a person at a terminal. */
final class LettersTable {

    private static final String COUNTS = "%-32s %8s %8s %8s %10s";
    private static final String ROW = "%-42s %-21s %-10s %-17s %s";

    private LettersTable() {}

    /** The letters to list, the newest first, at most so many. */
    static List<Judged> newest(Map<String, List<Judged>> letters, int limit) {
        return letters.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong((Judged one) -> one.letter().timestamp())
                        .reversed())
                .limit(limit)
                .toList();
    }

    /**
     * @param newest those that are listed one by one
     * @param said what their headers say
     */
    static String of(Map<String, List<Judged>> letters, List<Judged> newest, Map<Letter, DeadLetter> said) {
        var lines = new ArrayList<String>();
        lines.add(COUNTS.formatted("topic", "letters", "open", "settled", "unreadable"));
        letters.forEach((table, judged) -> lines.add(COUNTS.formatted(
                table,
                judged.size(),
                count(judged, Verdict.OPEN),
                count(judged, Verdict.SETTLED),
                count(judged, Verdict.UNREADABLE))));
        if (!newest.isEmpty()) {
            lines.add("");
            lines.add(ROW.formatted("origin", "since", "state", "cause", "message"));
            newest.forEach(one -> lines.add(row(one, said.get(one.letter()))));
            int all = letters.values().stream().mapToInt(List::size).sum();
            if (all > newest.size()) {
                lines.add("and %d older; --limit %d lists them all".formatted(all - newest.size(), all));
            }
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String row(Judged one, @Nullable DeadLetter said) {
        Letter letter = one.letter();
        String since = letter.time().truncatedTo(ChronoUnit.SECONDS).toString();
        String state = one.verdict().name().toLowerCase(Locale.ROOT);
        return said == null
                ? ROW.formatted(
                        "%s@%d itself".formatted(letter.partition(), letter.offset()),
                        since,
                        state,
                        "-",
                        "without the headers of a dead letter")
                : ROW.formatted(origin(said), since, state, said.cause(), message(said));
    }

    private static String origin(DeadLetter said) {
        return printable("%s-%d@%d".formatted(said.topic(), said.partition(), said.offset()));
    }

    private static String message(DeadLetter said) {
        return printable("%s (%s %s)"
                .formatted(said.message(), said.service().name(), said.service().version()));
    }

    /** Whoever may write to the topic must not write to the terminal. */
    private static String printable(String text) {
        return text.replaceAll("\\p{C}", "?");
    }

    private static long count(List<Judged> judged, Verdict verdict) {
        return judged.stream().filter(one -> one.verdict() == verdict).count();
    }
}
