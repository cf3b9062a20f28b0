package io.dripline.coding;

import java.util.Set;
import java.util.regex.Pattern;

/** How a clause says what it says: of somebody or as a list's item, rated, of the past, with a word that speaks for itself. */
final class ClauseForm {

    static final Set<String> ONLY = Set.of("only", "just");

    private static final Pattern ADJECTIVE = Pattern.compile(
            ".*(?:ed|ous|zzy|epy|chy|eaty|oaty|aky|mmy|bbly|ggly|zzly|asy|ozy|usy|ful|sick|drunk|tired|unwell|weak|faint|numb|hot|cold|sad|high)");
    private static final Set<String> VERBS = Set.of(
            "felt", "feels", "feel", "saw", "heard", "went", "had", "threw", "was", "vomits", "vomited", "cried",
            "got");
    private static final Pattern DATE_OR_RECORD =
            Pattern.compile("\\d{1,2}([/.-])\\d{1,2}\\1(?:\\d{2}|\\d{4})|\\d{4}-\\d{1,2}-\\d{1,2}|\\d{5,}");
    private static final Pattern EACH = Pattern.compile(
            "\\s(?:both|every|each|most)\\s(?:nights?|days?|mornings?|evenings?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY = Pattern.compile("\\d{1,2}[/.]\\d{1,2}");
    private static final Pattern SINCE = Pattern.compile("\\bsince\\s$", Pattern.CASE_INSENSITIVE);
    private static final Set<String> LAST = Set.of("last", "previous", "prior");

    private ClauseForm() {}

    static boolean startsWithVerb(Part.Found found) {
        return !found.isMeasured() && VERBS.contains(found.words().getFirst().plain());
    }

    /** "Dizzy", "vomited", "felt sick": what is said of somebody, which no list of things goes on with. */
    static boolean isPredicate(Clause clause) {
        return clause.found().stream()
                .findFirst()
                .filter(found -> !found.isMeasured())
                .filter(found -> VERBS.contains(found.words().getFirst().plain())
                        || ADJECTIVE.matcher(found.words().getLast().plain()).matches())
                .isPresent();
    }

    /** "Mild headache", "vomiting x1", "nausea at 20 min", "bad dreams both nights"; but not "nausea since 12/11", "nausea, MRN 1234567". */
    static boolean isRated(Part.Found found, Clause clause, String report) {
        boolean isAfter = false;
        for (Part part : clause.parts()) {
            isAfter |= part == found;
            if (part instanceof Part.Filler filler
                    && filler.kind() == (isAfter ? Part.Filler.Kind.NUMBER : Part.Filler.Kind.DEGREE)
                    && !(isAfter && isDateOrRecord(filler, report))) {
                return true;
            }
        }
        return EACH.matcher(report)
                .region(found.to(), Math.max(found.to(), clause.end()))
                .lookingAt();
    }

    private static boolean isDateOrRecord(Part.Filler filler, String report) {
        String written = report.substring(filler.from(), filler.to());
        return DATE_OR_RECORD.matcher(written).matches()
                || (DAY.matcher(written).matches()
                        && SINCE.matcher(report)
                                .region(Math.max(0, filler.from() - 8), filler.from())
                                .find());
    }

    /** "Vomited". */
    static boolean isPast(Clause clause) {
        return clause.found().stream()
                .anyMatch(found -> startsWithVerb(found)
                        || (!found.isMeasured()
                                && found.words().getLast().plain().endsWith("ed")));
    }

    /** "Vomited after last infusion, none today". */
    static boolean isOfLastTime(Clause clause) {
        return clause.parts().stream()
                .anyMatch(part -> part instanceof Part.Hint hint
                        && hint.words().stream().anyMatch(word -> LAST.contains(word.plain())));
    }

    static boolean saysOnly(Clause clause) {
        return clause.parts().stream()
                .anyMatch(part -> part instanceof Part.Hint hint
                        && hint.words().stream().anyMatch(word -> ONLY.contains(word.plain())));
    }

    /** "Headache present", "vomited this time". */
    static boolean isAffirmed(Clause clause, Part.Found found, Set<String> words) {
        return clause.parts().stream()
                .anyMatch(part -> part.from() >= found.to()
                        && part instanceof Part.Hint hint
                        && hint.words().stream().anyMatch(word -> words.contains(word.plain())));
    }

    static boolean isBeforeContent(Part.Hint hint, Clause clause) {
        int at = clause.parts().indexOf(hint);
        return clause.parts().subList(at + 1, clause.parts().size()).stream()
                .anyMatch(part -> part instanceof Part.Found || part instanceof Part.Loose);
    }

    static boolean startsWithWho(Clause clause, String report) {
        return report.startsWith("who ", clause.parts().getFirst().from());
    }

    /** Whether a cue in it speaks for itself, so that nothing reaches over from the clause before. */
    static boolean hasOwnSense(Clause clause, String report) {
        return clause.has(
                        Meaning.Cue.NO,
                        Meaning.Cue.DENIAL,
                        Meaning.Cue.PSEUDO,
                        Meaning.Cue.HISTORICAL,
                        Meaning.Cue.HYPOTHETICAL,
                        Meaning.Cue.OTHER_PERSON,
                        Meaning.Cue.BUT,
                        Meaning.Cue.NORMAL,
                        Meaning.Cue.WELL,
                        Meaning.Cue.TREATMENT)
                || clause.parts().stream()
                        .anyMatch(part -> part instanceof Part.Hint hint
                                && hint.is(Meaning.Cue.STATEMENT)
                                && isBeforeContent(hint, clause)
                                && !report.startsWith(
                                        "who ", clause.parts().getFirst().from()));
    }
}
