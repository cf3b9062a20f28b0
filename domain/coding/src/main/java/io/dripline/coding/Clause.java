package io.dripline.coding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One statement of a report.
 *
 * @param before what separates it from the clause before; a full stop for the first
 */
record Clause(Token.Type before, List<Part> parts) {

    private static final Pattern COMPARISON = Pattern.compile(
            "(?i)\\d\\s?[x\u00d7]|[x\u00d7]\\s?\\d|[<>\u2191\u2193]|\\b(?:times|twice|double|above|below|over|under|outside|than)\\b");

    private static final Set<String> NO = Set.of("no", "nil", "none");

    String textIn(String report) {
        return report.substring(parts.getFirst().from(), parts.getLast().to()).strip();
    }

    List<Part.Found> found() {
        return parts.stream()
                .filter(Part.Found.class::isInstance)
                .map(Part.Found.class::cast)
                .toList();
    }

    /** "Fear of vomiting", "risk of hepatitis": two terms that are one thing, which neither of them names. */
    boolean isOneOfAnother(String report) {
        boolean afterTerm = false;
        boolean afterOf = false;
        for (Part part : parts) {
            switch (part) {
                case Part.Found found -> {
                    if (afterOf) {
                        return true;
                    }
                    afterTerm = true;
                }
                case Part.Filler filler ->
                    afterOf |= afterTerm
                            && report.substring(filler.from(), filler.to()).equalsIgnoreCase("of");
                default -> {
                    afterTerm = false;
                    afterOf = false;
                }
            }
        }
        return false;
    }

    /** "3x normal", "above normal": names the normal and states that it was left. */
    boolean comparesIn(String report) {
        return COMPARISON.matcher(textIn(report)).find();
    }

    boolean has(Meaning.Cue cue) {
        return parts.stream().anyMatch(part -> part instanceof Part.Hint hint && hint.cue() == cue);
    }

    /** Whether it begins with the words of a new statement: "felt dizzy", "some itch". */
    boolean isNewStatement() {
        for (Part part : parts) {
            if (part instanceof Part.Hint hint) {
                if (hint.cue() == Meaning.Cue.STATEMENT) {
                    return true;
                }
                if (hint.cue() != Meaning.Cue.QUALIFIER) {
                    return false;
                }
            } else if (!(part instanceof Part.Filler)) {
                return false;
            }
        }
        return false;
    }

    /** Whether a "no" in it may go on after it; a normal finding can begin so: "no pain or nausea". */
    boolean negatesOn() {
        return has(Meaning.Cue.NEGATION)
                || has(Meaning.Cue.NOT)
                || parts.stream()
                        .anyMatch(part -> part instanceof Part.Hint hint
                                && hint.cue() == Meaning.Cue.NORMAL
                                && NO.contains(hint.words().getFirst().plain()));
    }

    /** Whether a cue in it speaks for itself, so that nothing reaches over from the clause before. */
    boolean hasOwnSense() {
        return negatesOn()
                || has(Meaning.Cue.DENIAL)
                || has(Meaning.Cue.HISTORICAL)
                || has(Meaning.Cue.TREATMENT)
                || isNewStatement();
    }

    /**
     * The words that nothing explains. Where a word of time follows a term ("vomited after the drive home") words that
     * no vocabulary knows are circumstance; elsewhere they may be an event.
     */
    List<Part.Loose> unexplained(Wordings wordings) {
        List<Part.Loose> unexplained = new ArrayList<>();
        boolean afterTerm = false;
        boolean circumstance = false;
        for (Part part : parts) {
            if (part instanceof Part.Found) {
                afterTerm = true;
            } else if (part instanceof Part.Hint hint && hint.cue() == Meaning.Cue.TIME) {
                circumstance = afterTerm;
            } else if (part instanceof Part.Loose loose
                    && !(circumstance && loose.words().stream().noneMatch(wordings::knows))) {
                unexplained.add(loose);
            }
        }
        return unexplained;
    }

    /** The stems of what may name an event. */
    Set<String> stems(Wordings wordings) {
        Set<String> stems = new TreeSet<>();
        found().forEach(found -> found.words().forEach(word -> stems.add(word.stem())));
        unexplained(wordings).forEach(loose -> loose.words().forEach(word -> stems.add(word.stem())));
        stems.remove(Phrases.AND);
        return new HashSet<>(stems);
    }

    /** The same with cues that may belong to a name, such as "feeling". */
    Set<String> allStems(Wordings wordings) {
        Set<String> stems = stems(wordings);
        for (Part part : parts) {
            if (part instanceof Part.Hint hint && hint.cue() != Meaning.Cue.NOT) {
                hint.words().forEach(word -> stems.add(word.stem()));
            }
        }
        return stems;
    }
}
