package io.dripline.coding;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a clause is wholly understood, so that it may be dropped. It must hold no unknown word, no exception, at most
 * one term and no time but a plain one ("after the infusion"); whatever says more awaits review.
 */
final class Understanding {

    /** What may stand between "not" and what did not happen. "Not so sick" is sick. */
    private static final Set<String> HELPING =
            Set.of("a", "an", "the", "any", "been", "be", "feel", "get", "experience");

    /** What a wording that tells of an event begins with, and how an adjective or a verb ends. */
    private static final Set<String> VERBS =
            Set.of("felt", "feels", "feel", "feeling", "saw", "seeing", "heard", "hearing", "went", "had", "threw");

    private static final Pattern ADJECTIVE = Pattern.compile("(?:ed|ing|ous|y|up|down)$");

    private static final Pattern ZERO = Pattern.compile("[xX\u00d7]?0+(?:/\\d+)?");
    private static final Pattern RATING = Pattern.compile(
            "(?i)^\\s*[-\\p{Pd}:=~*\\t]|\\b(?:mild|moderate|severe|slight|minor|extreme|intense|marked)(?:ly)?\\b");
    private static final Pattern DIGIT = Pattern.compile("\\p{N}");

    private final Clause clause;
    private final String report;

    Understanding(Clause clause, String report) {
        this.clause = clause;
        this.report = report;
    }

    /** "Nil itch", "denies feeling sick", "itch denied today"; but not "no ondansetron needed for nausea". */
    boolean isNegated(Meaning.Cue cue) {
        return isPlain()
                && clause.found().size() <= 1
                && !(clause.has(Meaning.Cue.TREATMENT) && states())
                && (DenialAfterTerm.isIn(clause.parts())
                        ? DenialAfterTerm.isCertain(clause, report)
                                && mayBeNoun(clause.found().getFirst())
                        : !isRatedAfterTerm())
                && (cue == Meaning.Cue.DENIAL
                        || (!isNewStatementAfter(cue) && clause.found().stream().noneMatch(Understanding::isPast)));
    }

    /** "Not nauseous", "did not have any nausea"; but not "not distressed by hallucinations". */
    boolean isNotSo() {
        boolean afterNot = false;
        for (Part part : clause.parts()) {
            if (part instanceof Part.Hint hint && hint.cue() == Meaning.Cue.NOT) {
                afterNot = true;
            } else if (afterNot && part instanceof Part.Found) {
                return isPlain() && clause.found().size() == 1;
            } else if (afterNot && !isHelping(part)) {
                return false;
            }
        }
        return false;
    }

    /** "Hx of reflux"; but not "previous infusion fine vomited this time", "previously vomited at 10 min". */
    boolean isHistory() {
        boolean isWell = clause.has(Meaning.Cue.WELL) || clause.has(Meaning.Cue.NORMAL);
        return isPlain()
                && clause.found().size() <= 1
                && clause.found().stream().noneMatch(Understanding::isPast)
                && !(states() && (isWell || clause.has(Meaning.Cue.TREATMENT)))
                && !isNewStatementAfter(Meaning.Cue.HISTORICAL);
    }

    /** "Headache prior to infusion", "baseline headache"; but not "vomited before session ended". */
    boolean isBefore() {
        List<Part> said = clause.parts().stream()
                .filter(part -> !(part instanceof Part.Filler filler) || isNumber(filler))
                .toList();
        return isPlain() && clause.found().size() == 1 && (isBefore(said.getLast()) || said.size() == 2);
    }

    /** "Prophylactic ondansetron for nausea"; but not "vomited despite prophylactic ondansetron". */
    boolean isPrevention() {
        return isPlain()
                && !clause.has(Meaning.Cue.STATEMENT)
                && clause.found().size() <= 1
                && clause.found().stream().allMatch(Understanding::isNoun);
    }

    /** What "no" and "denies" reach over a separator: one term and nothing about it. */
    boolean isReached() {
        return isPlain()
                && !clause.has(Meaning.Cue.TREATMENT)
                && clause.parts().stream().noneMatch(this::isNumber)
                && clause.found().size() == 1;
    }

    /** "Nausea 0/10", "vomited x0": no event, or an event at minute 0. */
    boolean isZero() {
        return clause.parts().stream()
                .anyMatch(part -> part instanceof Part.Filler
                        && ZERO.matcher(textOf(part)).matches());
    }

    /** One noun and nothing else; which of several a "no" reaches without a separator nobody knows. */
    boolean isNoun() {
        return clause.parts().size() == 1 && clause.parts().getFirst() instanceof Part.Found found && isNoun(found);
    }

    /**
     * "Nausea", "itch reported" may be an item of a list before them; "dizzy", "mild headache", "vomiting x1" state
     * something new.
     */
    boolean isListed() {
        List<Part> parts = clause.parts();
        int after = 0;
        while (after < parts.size() && parts.get(after) instanceof Part.Found found && mayBeNoun(found)) {
            after++;
        }
        return after > 0
                && DenialAfterTerm.isTrailing(
                        report, parts.get(after - 1).to(), parts.getLast().to());
    }

    /** "Vomited once, none since": says that it happened, whatever is denied next. */
    boolean isPlainlyStated() {
        return clause.has(Meaning.Cue.STATEMENT)
                || clause.parts().stream().anyMatch(this::isNumber)
                || clause.found().stream().anyMatch(Understanding::isPast);
    }

    /** The name of a term, perhaps in the plural; "vomited", "dizzy" may be the verb of a new statement. */
    private static boolean isNoun(Part.Found found) {
        List<Word> words = found.words();
        String last = words.getLast().plain();
        boolean isPlural = found.entry().words().getLast().plain().concat("s").equals(last);
        return found.entry().kind() == Meaning.Kind.NAME
                && (isPlural || Likeness.of(found.entry(), words).confidence() > 0.98);
    }

    private static boolean mayBeNoun(Part.Found found) {
        List<Word> words = found.words();
        return isNoun(found)
                || !(VERBS.contains(words.getFirst().plain())
                        || ADJECTIVE.matcher(words.getLast().plain()).find());
    }

    /** "Nil - vomited": "no" is said of things. */
    private static boolean isPast(Part.Found found) {
        return found.words().getLast().plain().endsWith("ed")
                && !found.entry().words().getLast().plain().endsWith("ed");
    }

    private boolean states() {
        return !clause.found().isEmpty();
    }

    private boolean isPlain() {
        boolean afterTime = false;
        for (Part part : clause.parts()) {
            boolean isQualifier = part instanceof Part.Filler
                    || (part instanceof Part.Hint hint
                            && (hint.cue() == Meaning.Cue.QUALIFIER || hint.cue() == Meaning.Cue.TIME));
            if (part instanceof Part.Loose || (afterTime && !isQualifier)) {
                return false;
            }
            afterTime |= part instanceof Part.Hint hint && hint.cue() == Meaning.Cue.TIME;
        }
        return !clause.has(Meaning.Cue.EXCEPTION);
    }

    /** "Nausea: no headache: mild": what rates the headache, or stands behind a dash, may say that there was one. */
    private boolean isRatedAfterTerm() {
        return states()
                && RATING.matcher(report.substring(
                                clause.found().getLast().to(),
                                clause.parts().getLast().to()))
                        .find();
    }

    /** "Nil - had seizure". */
    private boolean isNewStatementAfter(Meaning.Cue cue) {
        boolean afterCue = false;
        boolean isNew = false;
        for (Part part : clause.parts()) {
            if (part instanceof Part.Hint hint) {
                isNew |= afterCue && hint.cue() == Meaning.Cue.STATEMENT;
                afterCue |= hint.cue() == cue;
            } else if (isNew && part instanceof Part.Found) {
                return true;
            }
        }
        return false;
    }

    private boolean isHelping(Part part) {
        return (part instanceof Part.Hint hint && hint.cue() == Meaning.Cue.STATEMENT)
                || HELPING.contains(WordForms.plain(textOf(part)));
    }

    private static boolean isBefore(Part part) {
        return part instanceof Part.Hint hint && hint.cue() == Meaning.Cue.BEFORE;
    }

    private boolean isNumber(Part part) {
        return part instanceof Part.Filler && DIGIT.matcher(textOf(part)).find();
    }

    private String textOf(Part part) {
        return report.substring(part.from(), part.to());
    }
}
