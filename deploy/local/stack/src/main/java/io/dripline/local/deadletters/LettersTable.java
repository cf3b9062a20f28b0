package io.dripline.local.deadletters;

import io.dripline.contracts.deadletter.DeadLetter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The dead letters for a person at a terminal. */
final class LettersTable {

    private static final String COUNTS = "%-32s %8s %8s %8s %10s";
    private static final String ROW = "%-42s %-21s %-10s %-17s %s";

    private LettersTable() {}

    /** @param limit how many are listed at most, the newest */
    static String of(Map<String, List<Judged>> letters, int limit) {
        var lines = new ArrayList<String>();
        lines.add(COUNTS.formatted("topic", "letters", "open", "settled", "unreadable"));
        letters.forEach((table, judged) -> lines.add(COUNTS.formatted(
                table,
                judged.size(),
                count(judged, Verdict.OPEN),
                count(judged, Verdict.SETTLED),
                count(judged, Verdict.UNREADABLE))));
        List<Judged> all = letters.values().stream().flatMap(List::stream).toList();
        if (!all.isEmpty() && limit > 0) {
            lines.add("");
            lines.add(ROW.formatted("origin", "since", "state", "cause", "message"));
            all.stream()
                    .sorted(Comparator.comparing((Judged one) -> one.letter().time())
                            .reversed())
                    .limit(limit)
                    .map(LettersTable::row)
                    .forEach(lines::add);
            if (all.size() > limit) {
                lines.add("and %d older; --limit %d lists them all".formatted(all.size() - limit, all.size()));
            }
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String row(Judged one) {
        Letter letter = one.letter();
        String since = letter.time().truncatedTo(ChronoUnit.SECONDS).toString();
        String state = one.verdict().name().toLowerCase(Locale.ROOT);
        return letter.said()
                .map(said -> ROW.formatted(origin(said), since, state, said.cause(), message(said)))
                .orElseGet(() -> ROW.formatted(
                        "%s-%d@%d itself"
                                .formatted(
                                        letter.record().topic(),
                                        letter.record().partition(),
                                        letter.record().offset()),
                        since,
                        state,
                        "-",
                        "without the headers of a dead letter"));
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
