package io.dripline.coding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is said of each term of a report: that it happened, or why not. In the spirit of NegEx (Chapman 2001) and ConText
 * (Harkema 2009): a cue has a direction, reaches over a list of terms of one kind, and ends at a terminator: a full stop,
 * "but", a word that begins a new statement ("felt", "had"), a term that is rated ("mild headache", "vomiting x1").
 */
final class FindSenses {

    private static final Pattern ADJECTIVE = Pattern.compile(
            ".*(?:ed|ous|zzy|epy|chy|eaty|oaty|aky|mmy|bbly|ggly|zzly|asy|ozy|usy|ful|sick|drunk|tired|unwell|weak|faint|numb|hot|cold|sad|high)");
    private static final Set<String> VERBS = Set.of(
            "felt", "feels", "feel", "saw", "heard", "went", "had", "threw", "was", "vomits", "vomited", "cried",
            "got");
    private static final int LONGEST_LIST = 40;
    private static final Set<String> LAST = Set.of("last", "previous", "prior");
    private static final Set<String> ONLY = Set.of("only", "just");
    private static final Set<String> AFFIRMING = Set.of(
            "present", "positive", "persists", "persisting", "persistent", "ongoing", "continues", "\u2713", "\u2714");
    private static final Set<String> TODAY = Set.of("today", "now", "tonight", "currently");
    private static final Set<String> NONE = Set.of("none", "nil", "not", "nothing");
    private static final Pattern OF = Pattern.compile("\\s(?:of|about|over|re)\\b");
    private static final Part.Hint FEAR = new Part.Hint(0, 0, Meaning.Cue.HYPOTHETICAL, List.of());
    private static final Pattern ONLY_SPACE = Pattern.compile(" *+");

    /**
     * @param reason what the terms it reaches are dropped for
     * @param clause where it begins
     * @param last the last clause that "or" joins to its list, or where it begins
     */
    private record Scope(DropReason reason, int clause, int last, Part.Hint cue) {}

    private final List<Clause> clauses;
    private final String report;
    private final Map<Part.Found, DropReason> dropped = new HashMap<>();
    private final Set<List<Meaning.CodeableTerm>> droppedInSentence = new HashSet<>();

    private FindSenses(List<Clause> clauses, String report) {
        this.clauses = clauses;
        this.report = report;
    }

    /** Terms that are not in it were said to have happened. */
    static Map<Part.Found, DropReason> in(List<Clause> clauses, String report) {
        FindSenses senses = new FindSenses(clauses, report);
        senses.lookForward();
        senses.lookBack();
        return senses.dropped;
    }

    private void lookForward() {
        @Nullable Scope scope = null;
        for (int i = 0; i < clauses.size(); i++) {
            if (clauses.get(i).before() == Token.Type.STOP) {
                droppedInSentence.clear();
            }
            if (scope != null && !goesOn(scope, i)) {
                scope = null;
            }
            scope = lookForward(i, scope);
        }
    }

    /** The scope that may go on in the next clause. */
    private @Nullable Scope lookForward(int i, @Nullable Scope from) {
        Clause clause = clauses.get(i);
        @Nullable Scope scope = from;
        @Nullable Scope here = from;
        Part.@Nullable Found before = null;
        boolean afterContent = false;
        for (Part part : clause.parts()) {
            if (part instanceof Part.Hint hint) {
                @Nullable DropReason begins = begins(hint, clause, before != null);
                if (begins != null) {
                    scope = new Scope(begins, i, lastOfList(i), hint);
                    here = scope;
                    before = null;
                } else if (here != null && ends(here, hint, clause, i, afterContent)) {
                    here = null;
                    scope = hint.is(Meaning.Cue.TIME) ? scope : null;
                }
                afterContent |= begins != null ? false : hint.is(Meaning.Cue.TREATMENT);
                afterContent &= begins == null;
            } else if (part instanceof Part.Found found) {
                if (here != null && here.reason() != DropReason.HYPOTHETICAL && afterContent && startsWithVerb(found)) {
                    here = null;
                    scope = null;
                }
                if (isPainScore(found, clause)) {
                    dropped.put(found, DropReason.NORMAL);
                } else if (here != null && reaches(here, found, before, clause)) {
                    dropped.put(found, here.reason());
                } else if (here != null && here.reason() == DropReason.NEGATED) {
                    here = null;
                    scope = null;
                }
                if (here == null && isFear(found)) {
                    here = new Scope(DropReason.HYPOTHETICAL, i, i, FEAR);
                }
                before = found;
                afterContent = true;
            } else if (part instanceof Part.Loose) {
                afterContent = true;
            }
        }
        return scope;
    }

    private @Nullable DropReason begins(Part.Hint hint, Clause clause, boolean afterTerm) {
        return switch (hint.cue()) {
            case NO, DENIAL -> DropReason.NEGATED;
            case NORMAL -> isNo(hint) ? DropReason.NEGATED : null;
            case HISTORICAL -> clause.has(Meaning.Cue.WORSE) || isNameOnly(hint) ? null : DropReason.HISTORICAL;
            case BEFORE ->
                (afterTerm && !isOfNext(hint, clause)) || clause.has(Meaning.Cue.WORSE) ? null : DropReason.HISTORICAL;
            case HYPOTHETICAL -> DropReason.HYPOTHETICAL;
            case OTHER_PERSON -> isTold(hint, clause) ? null : DropReason.OTHER_PERSON;
            default -> null;
        };
    }

    /** "Wears pads for long-standing incontinence". */
    private static boolean isOfNext(Part.Hint hint, Clause clause) {
        int next = clause.parts().indexOf(hint) + 1;
        return hint.words().size() <= 2
                && next < clause.parts().size()
                && clause.parts().get(next) instanceof Part.Found;
    }

    private static boolean isNo(Part.Hint hint) {
        String first = hint.words().getFirst().plain();
        return first.equals("no") || first.equals("nil");
    }

    /** "Chronic fatigue" and nothing else is the name of an event. */
    private boolean isNameOnly(Part.Hint hint) {
        String first = hint.words().getFirst().plain();
        return clauses.size() <= 2 && report.length() < 45 && (first.equals("chronic") || first.equals("long"));
    }

    /** "Husband reports", "told by wife": about the patient. */
    private static boolean isTold(Part.Hint person, Clause clause) {
        int at = clause.parts().indexOf(person);
        List<Part> rest = clause.parts().subList(at + 1, clause.parts().size());
        return rest.stream().limit(3).anyMatch(part -> part instanceof Part.Hint hint && hint.is(Meaning.Cue.REPORT));
    }

    private boolean ends(Scope scope, Part.Hint hint, Clause clause, int i, boolean afterContent) {
        return switch (hint.cue()) {
            case BUT, PSEUDO, WORSE -> true;
            case STATEMENT, REPORT ->
                switch (scope.reason()) {
                    // "denies having had", "no reported"; "no nausea felt dizzy"
                    case NEGATED -> (afterContent || scope.clause() != i) && isBeforeContent(hint, clause);
                    case HISTORICAL ->
                        (afterContent || !isNext(scope.cue(), hint, clause)) && isBeforeContent(hint, clause);
                    case OTHER_PERSON -> scope.clause() != i && !startsWithWho(clause);
                    default -> afterContent && isBeforeContent(hint, clause);
                };
            case TIME -> scope.reason() == DropReason.NEGATED || scope.reason() == DropReason.HISTORICAL;
            // "previous infusion fine vomited this time"
            case WELL, NORMAL -> scope.reason() == DropReason.HISTORICAL;
            // "no ondansetron needed for nausea"
            case TREATMENT -> scope.reason() == DropReason.NEGATED && scope.clause() == i && !afterContent;
            // "nil just nausea"
            default ->
                scope.reason() != DropReason.HYPOTHETICAL
                        && hint.words().stream().anyMatch(word -> ONLY.contains(word.plain()))
                        && isBeforeContent(hint, clause);
        };
    }

    /** "Previously had", but not "previously well patient had". */
    private static boolean isNext(Part.Hint cue, Part.Hint hint, Clause clause) {
        return clause.parts().stream()
                .noneMatch(part ->
                        part.from() > cue.from() && part.from() < hint.from() && !(part instanceof Part.Filler));
    }

    private boolean startsWithWho(Clause clause) {
        return report.startsWith("who ", clause.parts().getFirst().from());
    }

    private static boolean isBeforeContent(Part.Hint hint, Clause clause) {
        int at = clause.parts().indexOf(hint);
        return clause.parts().subList(at + 1, clause.parts().size()).stream()
                .anyMatch(part -> part instanceof Part.Found || part instanceof Part.Loose);
    }

    /** The first term after the cue in its clause, and those that follow it without any word between. */
    private boolean reaches(Scope scope, Part.Found found, Part.@Nullable Found before, Clause clause) {
        if (found.isMeasured()) {
            return scope.reason() != DropReason.NEGATED;
        }
        if (isToldAgain(found)
                || isAffirmed(clause, found, AFFIRMING)
                || (scope.reason() == DropReason.HISTORICAL && isAffirmed(clause, found, TODAY))) {
            return false;
        }
        // Words in any order match across others, so a term may begin before the last one ends.
        if (scope.reason() != DropReason.NEGATED || before == null || before.to() > found.from()) {
            return true;
        }
        return !startsWithVerb(found)
                && ONLY_SPACE
                        .matcher(report.substring(before.to(), found.from()))
                        .matches()
                && !isRated(found, clause);
    }

    /** "No history of seizure, seizure today": nobody lists a term twice. */
    private boolean isToldAgain(Part.Found found) {
        return !droppedInSentence.add(found.terms());
    }

    /** "Headache present", "vomited this time". */
    private static boolean isAffirmed(Clause clause, Part.Found found, Set<String> words) {
        return clause.parts().stream()
                .anyMatch(part -> part.from() >= found.to()
                        && part instanceof Part.Hint hint
                        && hint.words().stream().anyMatch(word -> words.contains(word.plain())));
    }

    private static boolean startsWithVerb(Part.Found found) {
        return !found.isMeasured() && VERBS.contains(found.words().getFirst().plain());
    }

    /** "Fear of vomiting", "worried about seizures": what is feared did not happen. */
    private boolean isFear(Part.Found found) {
        return found.terms().stream().anyMatch(term -> term.id().equals("anxiety"))
                && OF.matcher(report).region(found.to(), report.length()).lookingAt();
    }

    /** "Pain 3/10": what the patient is treated for, measured. */
    private boolean isPainScore(Part.Found found, Clause clause) {
        return found.terms().stream().anyMatch(term -> term.id().equals("pain"))
                && found.words().size() == 1
                && !clause.has(Meaning.Cue.WORSE)
                && clause.parts().stream()
                        .anyMatch(part -> part.from() >= found.to()
                                && part instanceof Part.Filler filler
                                && filler.kind() == Part.Filler.Kind.NUMBER
                                && report.substring(part.from(), part.to()).endsWith("/10"));
    }

    /** Whether a scope reaches over the separator before clause i. */
    private boolean goesOn(Scope scope, int i) {
        Clause clause = clauses.get(i);
        if (scope.cue().is(Meaning.Cue.NORMAL) && clause.before() != Token.Type.OR) {
            return false;
        }
        boolean isMeasured = clause.found().stream().anyMatch(Part.Found::isMeasured);
        if (isMeasured && scope.reason() == DropReason.HISTORICAL && clause.before() != Token.Type.STOP) {
            // "known Gilbert's, bilirubin 28 stable"
            return clause.before() == Token.Type.WITH || clause.has(Meaning.Cue.NORMAL);
        }
        if (clause.before() == Token.Type.STOP || hasOwnSense(clause) || isFollowedByOnly(i)) {
            return false;
        }
        if (scope.reason() == DropReason.HYPOTHETICAL
                || (scope.reason() == DropReason.OTHER_PERSON && startsWithWho(clause))) {
            return true;
        }
        if (isMeasured) {
            return false;
        }
        if (clause.before() == Token.Type.OR) {
            return true;
        }
        if (clause.before() == Token.Type.WITH) {
            return scope.reason() == DropReason.HISTORICAL;
        }
        if (clause.found().stream().anyMatch(found -> isRated(found, clause))) {
            return false;
        }
        if ((clause.found().isEmpty() && clause.loose() > 2) || saysOnly(clause)) {
            return false;
        }
        boolean isAlike = !isPredicate(clause) || isPredicate(clauses.get(scope.clause()));
        if (!isAlike && !(i < scope.last())) {
            return false;
        }
        // "no pain or nausea, headache": what "or" joins ends the list
        return i <= scope.last()
                || scope.last() == scope.clause()
                || scope.cue().is(Meaning.Cue.DENIAL);
    }

    /** "Dry eyes only", "dizzy though". */
    private boolean isFollowedByOnly(int i) {
        return i + 1 < clauses.size()
                && clauses.get(i + 1).has(Meaning.Cue.BUT)
                && clauses.get(i + 1).parts().size() == 1
                && report.substring(
                                clauses.get(i).parts().getLast().to(),
                                clauses.get(i + 1).parts().getFirst().from())
                        .isBlank();
    }

    private static boolean saysOnly(Clause clause) {
        return clause.parts().stream()
                .anyMatch(part -> part instanceof Part.Hint hint
                        && hint.words().stream().anyMatch(word -> ONLY.contains(word.plain())));
    }

    /** The last clause of the list that begins in i that "or" joins. */
    private int lastOfList(int i) {
        int last = i;
        for (int j = i + 1;
                j < clauses.size() && clauses.get(j).before() != Token.Type.STOP && !hasOwnSense(clauses.get(j));
                j++) {
            if (clauses.get(j).before() == Token.Type.OR) {
                last = j;
            }
        }
        return last;
    }

    /** Whether a cue in it speaks for itself, so that nothing reaches over from the clause before. */
    private boolean hasOwnSense(Clause clause) {
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

    /** "Mild headache", "vomiting x1", "nausea at 20 min". */
    private static boolean isRated(Part.Found found, Clause clause) {
        boolean isAfter = false;
        for (Part part : clause.parts()) {
            isAfter |= part == found;
            if (part instanceof Part.Filler filler
                    && filler.kind() == (isAfter ? Part.Filler.Kind.NUMBER : Part.Filler.Kind.DEGREE)) {
                return true;
            }
        }
        return false;
    }

    /** "Dizzy", "vomited", "felt sick": what is said of somebody, which no list of things goes on with. */
    private static boolean isPredicate(Clause clause) {
        return clause.found().stream()
                .findFirst()
                .filter(found -> !found.isMeasured())
                .filter(found -> VERBS.contains(found.words().getFirst().plain())
                        || ADJECTIVE.matcher(found.words().getLast().plain()).matches())
                .isPresent();
    }

    private void lookBack() {
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            for (int k = 0; k < clause.parts().size(); k++) {
                if (clause.parts().get(k) instanceof Part.Hint hint) {
                    if (hint.is(Meaning.Cue.ABSENT)) {
                        lookBack(i, k, DropReason.NEGATED);
                    } else if (hint.is(Meaning.Cue.BEFORE)
                            && !clause.has(Meaning.Cue.WORSE)
                            && !isUnrelieved(clause, k)
                            && !isOfNext(hint, clause)) {
                        lookBack(i, k, DropReason.HISTORICAL);
                    } else if (hint.is(Meaning.Cue.PREVENTION)) {
                        prevent(clause, k);
                    }
                }
            }
        }
    }

    /** "Nausea unchanged by ondansetron". */
    private static boolean isUnrelieved(Clause clause, int k) {
        Part.Hint hint = (Part.Hint) clause.parts().get(k);
        return hint.words().stream()
                        .anyMatch(word ->
                                word.plain().equals("unchanged") || word.plain().startsWith("change"))
                && clause.parts().stream()
                        .anyMatch(part -> part.from() > hint.from()
                                && part instanceof Part.Hint after
                                && after.is(Meaning.Cue.TREATMENT, Meaning.Cue.TIME));
    }

    /** The terms before the cue in its clause, and the list that they end. */
    private void lookBack(int i, int k, DropReason reason) {
        Clause clause = clauses.get(i);
        List<Part> before = clause.parts().subList(0, k);
        boolean isBare = clause.found().isEmpty()
                && before.stream()
                        .noneMatch(part -> part instanceof Part.Found
                                || part instanceof Part.Loose
                                || (part instanceof Part.Filler filler && filler.kind() == Part.Filler.Kind.NUMBER));
        Part.Hint cue = (Part.Hint) clause.parts().get(k);
        boolean isNoneNow = reason == DropReason.HISTORICAL
                && !cue.words().isEmpty()
                && NONE.contains(cue.words().getFirst().plain());
        if (isBare && reason == DropReason.NEGATED && clause.loose() > 0) {
            return;
        }
        before.forEach(part -> drop(part, isNoneNow ? DropReason.NEGATED : reason));
        boolean isCounted = clause.parts().stream()
                .anyMatch(part -> part instanceof Part.Filler filler && filler.kind() == Part.Filler.Kind.NUMBER);
        if (reason == DropReason.HISTORICAL && !isNoneNow && clause.found().isEmpty() && isCounted) {
            // "nocturia x3 (baseline x1)"
            return;
        }
        if (!isBare && before.stream().noneMatch(Part.Found.class::isInstance)) {
            return;
        }
        int j = i;
        if (isBare) {
            // "headache (usual migraine, pre-existing) unchanged"
            while (j > Math.max(1, i - LONGEST_LIST)
                    && clauses.get(j).before() != Token.Type.STOP
                    && isSettled(clauses.get(j - 1))) {
                j--;
            }
        }
        if (isBare && isNoneNow && (j == 0 || !isOfLastTime(clauses.get(j - 1)))) {
            if (j > 0
                    && isNamedOnly(clauses.get(j - 1), DropReason.NEGATED)
                    && (clauses.get(j).before() == Token.Type.WITH || !isPast(clauses.get(j - 1)))) {
                clauses.get(j - 1).parts().forEach(part -> drop(part, DropReason.NEGATED));
            }
            return;
        }
        if (isBare && j > 0 && isNamedOnly(clauses.get(j - 1), reason)) {
            j--;
            clauses.get(j).parts().forEach(part -> drop(part, reason));
        } else if (isBare) {
            return;
        }
        while (j > Math.max(0, i - LONGEST_LIST)
                && (clauses.get(j).before() == Token.Type.AND
                        || clauses.get(j).before() == Token.Type.OR
                        || (clauses.get(j).before() == Token.Type.COMMA && isStrong(clauses.get(i), k)))
                && isNamedOnly(clauses.get(j - 1), reason)) {
            j--;
            clauses.get(j).parts().forEach(part -> drop(part, reason));
        }
    }

    /** "Nausea, vomiting: nil", "itch, rash denied"; but not "headache, nausea nil". */
    private boolean isStrong(Clause clause, int k) {
        Part.Hint cue = (Part.Hint) clause.parts().get(k);
        return !cue.is(Meaning.Cue.ABSENT)
                || cue.words().isEmpty()
                || cue.words().size() > 1
                || cue.words().getFirst().plain().startsWith("den")
                || report.substring(clause.parts().getFirst().from(), cue.from())
                        .contains(":");
    }

    /** A clause of the past, so that the one before it may be meant. */
    private boolean isSettled(Clause clause) {
        return clause.has(Meaning.Cue.HISTORICAL, Meaning.Cue.BEFORE)
                && clause.found().stream().allMatch(dropped::containsKey);
    }

    /** Terms and nothing that states them. */
    private boolean isNamedOnly(Clause clause, DropReason reason) {
        return !clause.found().isEmpty()
                && !hasOwnSense(clause)
                && !clause.has(Meaning.Cue.ABSENT, Meaning.Cue.STATEMENT, Meaning.Cue.REPORT)
                && (!clause.has(Meaning.Cue.TIME) || (reason == DropReason.HISTORICAL && isOfLastTime(clause)))
                && clause.found().stream()
                        .allMatch(found ->
                                (!found.isMeasured() && !isRated(found, clause)) || reason == DropReason.HISTORICAL);
    }

    /** "Vomited". */
    private static boolean isPast(Clause clause) {
        return clause.found().stream()
                .anyMatch(found -> startsWithVerb(found)
                        || (!found.isMeasured()
                                && found.words().getLast().plain().endsWith("ed")));
    }

    /** "Vomited after last infusion, none today". */
    private static boolean isOfLastTime(Clause clause) {
        return clause.parts().stream()
                .anyMatch(part -> part instanceof Part.Hint hint
                        && hint.words().stream().anyMatch(word -> LAST.contains(word.plain())));
    }

    private void drop(Part part, DropReason reason) {
        if (part instanceof Part.Found found) {
            dropped.putIfAbsent(found, reason);
        }
    }

    /** "Prophylactic ondansetron for nausea"; but not "vomited despite prophylactic ondansetron". */
    private void prevent(Clause clause, int k) {
        boolean afterBut = false;
        for (Part part : clause.parts().subList(0, k)) {
            afterBut |=
                    part instanceof Part.Hint hint && hint.is(Meaning.Cue.BUT, Meaning.Cue.TIME, Meaning.Cue.STATEMENT);
        }
        if (!afterBut) {
            clause.parts().subList(0, k).stream()
                    .filter(Part.Found.class::isInstance)
                    .map(Part.Found.class::cast)
                    .filter(found -> !isPredicate(new Clause(Token.Type.STOP, List.of(found))))
                    .forEach(found -> drop(found, DropReason.TREATMENT));
        }
        for (Part part : clause.parts().subList(k, clause.parts().size())) {
            if (part instanceof Part.Hint hint
                    && (hint.is(Meaning.Cue.BUT, Meaning.Cue.TIME, Meaning.Cue.STATEMENT)
                            || hint.words().stream().anyMatch(word -> ONLY.contains(word.plain())))) {
                return;
            }
            drop(part, DropReason.TREATMENT);
        }
    }
}
