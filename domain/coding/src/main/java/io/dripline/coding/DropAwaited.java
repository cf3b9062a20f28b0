package io.dripline.coding;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Drops what is only foreseen by a word after it: "dizziness and headache may follow", "should fits or fainting occur". */
final class DropAwaited {

    private static final int LONGEST_LIST = 8;

    private static final Pattern MAY = Pattern.compile(
            "(?:\\s[\\p{L}'/-]+){0,2}?\\s(?:may|might|could)\\s(?:also\\s|still\\s|then\\s)?(?:follow|occur|rise|happen|come|appear|develop|go up|worsen|result)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SHOULD = Pattern.compile(
            "\\bshould\\s[^.;\\n]{1,90}?\\b(?:occur|develop|happen|recur|appear|arise|persist|exceed)\\b",
            Pattern.CASE_INSENSITIVE);

    private DropAwaited() {}

    static void in(List<Clause> clauses, String report, DroppedTerms dropped) {
        Matcher should = SHOULD.matcher(report);
        boolean isFound = should.find();
        for (int i = 0; i < clauses.size(); i++) {
            for (Part.Found found : clauses.get(i).found()) {
                while (isFound && should.end() <= found.from()) {
                    isFound = should.find();
                }
                if (isFound && should.start() < found.from()) {
                    dropped.drop(found, DropReason.HYPOTHETICAL);
                }
                if (MAY.matcher(report).region(found.to(), report.length()).lookingAt()) {
                    dropList(clauses, i, dropped);
                }
            }
        }
    }

    private static void dropList(List<Clause> clauses, int last, DroppedTerms dropped) {
        for (int i = last; i > Math.max(-1, last - LONGEST_LIST); i--) {
            Clause clause = clauses.get(i);
            clause.found().stream()
                    .filter(found -> !found.isMeasured())
                    .forEach(found -> dropped.drop(found, DropReason.HYPOTHETICAL));
            if (clause.before() == Token.Type.STOP
                    || clause.has(Meaning.Cue.STATEMENT, Meaning.Cue.TIME, Meaning.Cue.REPORT)
                    || i > 0 && clauses.get(i - 1).found().isEmpty()) {
                return;
            }
        }
    }
}
