package io.dripline.coding;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a scope begins and ends: by which cues, over which separators, beside which words. */
final class BoundScopes {

    /** What tests are made to rule out. */
    private static final Set<String> DIAGNOSES =
            Set.of("mi", "acs", "nstemi", "stemi", "pe", "dvt", "vte", "cva", "tia", "sah");

    private static final Pattern THAN = Pattern.compile(
            "\\b(?:worse|more|heavier|higher|stronger|greater|longer|often|severe|frequent|intense)\\sthan\\s(?:(?:the|her|his|my|at)\\s)?$",
            Pattern.CASE_INSENSITIVE);

    /** "Than" is no further before. */
    private static final int NEAR = 24;

    private final List<Clause> clauses;
    private final String report;

    /** Persons who tell of the patient: "husband reports", "told by wife". */
    private final Set<Part.Hint> told = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Where the sentence of a clause first names such a person; a clause whose sentence names none is not in it. */
    private final Map<Clause, Integer> firstTold = new IdentityHashMap<>();

    BoundScopes(List<Clause> clauses, String report) {
        this.clauses = clauses;
        this.report = report;
        int first = Integer.MAX_VALUE;
        for (Clause clause : clauses) {
            if (clause.before() == Token.Type.STOP) {
                first = Integer.MAX_VALUE;
            }
            List<Part> parts = clause.parts();
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i) instanceof Part.Hint hint
                        && hint.is(Meaning.Cue.OTHER_PERSON)
                        && isFollowedByReport(parts, i)) {
                    told.add(hint);
                    first = Math.min(first, hint.from());
                }
            }
            if (first < Integer.MAX_VALUE) {
                firstTold.put(clause, first);
            }
        }
    }

    private static boolean isFollowedByReport(List<Part> parts, int i) {
        return parts.subList(i + 1, Math.min(parts.size(), i + 4)).stream()
                .anyMatch(part -> part instanceof Part.Hint hint && hint.is(Meaning.Cue.REPORT));
    }

    @Nullable
    DropReason begins(Part.Hint hint, Clause clause, boolean afterTerm) {
        return switch (hint.cue()) {
            case NO, DENIAL -> DropReason.NEGATED;
            case NORMAL -> isNo(hint) ? DropReason.NEGATED : null;
            case HISTORICAL -> clause.has(Meaning.Cue.WORSE) || isNameOnly(hint) ? null : DropReason.HISTORICAL;
            case BEFORE ->
                (afterTerm && !isOfNext(hint, clause))
                                || isRemark(clause)
                                || isCompared(hint, report)
                                || clause.has(Meaning.Cue.WORSE)
                                || isUnrelieved(hint, clause)
                        ? null
                        : DropReason.HISTORICAL;
            case HYPOTHETICAL -> DropReason.HYPOTHETICAL;
            case OTHER_PERSON -> told.contains(hint) || isToldBefore(hint, clause) ? null : DropReason.OTHER_PERSON;
            default -> null;
        };
    }

    /** "Tinnitus (baseline), nausea": said of what stands before it. */
    private static boolean isRemark(Clause clause) {
        return clause.before() != Token.Type.STOP && clause.found().isEmpty() && clause.loose() == 0;
    }

    /** "Daughter phoned, mum more forgetful": who is spoken of is the patient. */
    private boolean isToldBefore(Part.Hint hint, Clause clause) {
        return firstTold.getOrDefault(clause, Integer.MAX_VALUE) < hint.from();
    }

    /** "Nausea unchanged by ondansetron". */
    static boolean isUnrelieved(Part.Hint hint, Clause clause) {
        return hint.words().stream()
                        .anyMatch(word ->
                                word.plain().equals("unchanged") || word.plain().startsWith("change"))
                && clause.parts().stream()
                        .anyMatch(part -> part.from() > hint.from()
                                && part instanceof Part.Hint after
                                && after.is(Meaning.Cue.TREATMENT, Meaning.Cue.TIME));
    }

    /** "Wears pads for long-standing incontinence". */
    static boolean isOfNext(Part.Hint hint, Clause clause) {
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

    boolean ends(Scope scope, Part.Hint hint, Clause clause, int i, boolean afterContent) {
        return switch (hint.cue()) {
            case BUT, PSEUDO, WORSE -> true;
            case STATEMENT, REPORT ->
                switch (scope.reason()) {
                    // "denies having had", "no reported"; "no nausea felt dizzy"
                    case NEGATED -> (afterContent || scope.clause() != i) && ClauseForm.isBeforeContent(hint, clause);
                    case HISTORICAL ->
                        (afterContent || !isNext(scope.cue(), hint, clause))
                                && ClauseForm.isBeforeContent(hint, clause);
                    case OTHER_PERSON -> scope.clause() != i && !ClauseForm.startsWithWho(clause, report);
                    default -> afterContent && ClauseForm.isBeforeContent(hint, clause);
                };
            case TIME -> scope.reason() == DropReason.NEGATED || scope.reason() == DropReason.HISTORICAL;
            // "previous infusion fine vomited this time"
            case WELL, NORMAL -> scope.reason() == DropReason.HISTORICAL;
            // "no ondansetron needed for nausea"
            case TREATMENT -> scope.reason() == DropReason.NEGATED && scope.clause() == i && !afterContent;
            // "nil just nausea"
            default ->
                scope.reason() != DropReason.HYPOTHETICAL
                        && hint.words().stream().anyMatch(word -> ClauseForm.ONLY.contains(word.plain()))
                        && ClauseForm.isBeforeContent(hint, clause);
        };
    }

    /** "Previously had", but not "previously well patient had". */
    private static boolean isNext(Part.Hint cue, Part.Hint hint, Clause clause) {
        return clause.parts().stream()
                .noneMatch(part ->
                        part.from() > cue.from() && part.from() < hint.from() && !(part instanceof Part.Filler));
    }

    /** "Allergies: morphine (itch), trimethoprim (rash)": to the end of the sentence. */
    private static boolean isAllergies(Part.Hint cue) {
        return cue.is(Meaning.Cue.HISTORICAL)
                && (cue.words().isEmpty()
                        || cue.words().stream()
                                .anyMatch(word -> word.stem().startsWith("allerg")
                                        || word.stem().startsWith("intoler")));
    }

    /** Whether a scope reaches over the separator before clause i. */
    boolean goesOn(Scope scope, int i) {
        Clause clause = clauses.get(i);
        if (isAllergies(scope.cue())) {
            return clause.before() != Token.Type.STOP;
        }
        if (SplitClauses.isRuledOut(scope.cue())
                && clause.before() != Token.Type.OR
                && clause.before() != Token.Type.AND) {
            // "CT ruled out a bleed, headache": what follows the comma may be why they looked
            return scope.reason() == DropReason.HYPOTHETICAL
                    && clause.before() == Token.Type.COMMA
                    && isDiagnosisOnly(clause);
        }
        if (scope.cue().is(Meaning.Cue.NORMAL) && clause.before() != Token.Type.OR) {
            return false;
        }
        boolean isMeasured = clause.found().stream().anyMatch(Part.Found::isMeasured);
        if (isMeasured && scope.reason() == DropReason.HISTORICAL && clause.before() != Token.Type.STOP) {
            // "known Gilbert's, bilirubin 28 stable"
            return clause.before() == Token.Type.WITH || clause.has(Meaning.Cue.NORMAL);
        }
        if (clause.before() == Token.Type.STOP || ClauseForm.hasOwnSense(clause, report) || isFollowedByOnly(i)) {
            return false;
        }
        if (scope.reason() == DropReason.HYPOTHETICAL
                || (scope.reason() == DropReason.OTHER_PERSON && ClauseForm.startsWithWho(clause, report))) {
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
        if (clause.found().stream().anyMatch(found -> ClauseForm.isRated(found, clause, report))) {
            return false;
        }
        if ((clause.found().isEmpty() && clause.loose() > 2) || ClauseForm.saysOnly(clause)) {
            return false;
        }
        if (hasItsOwnNo(scope, i)) {
            return false;
        }
        boolean isAlike = !ClauseForm.isPredicate(clause) || ClauseForm.isPredicate(clauses.get(scope.clause()));
        if (!isAlike && !(i < scope.last())) {
            return false;
        }
        // "no pain or nausea, headache": what "or" joins ends the list
        return i <= scope.last()
                || scope.last() == scope.clause()
                || scope.cue().is(Meaning.Cue.DENIAL);
    }

    /** "Trop to r/o MI, PE": nothing but what nobody tells by looking. */
    private boolean isDiagnosisOnly(Clause clause) {
        return clause.parts().stream().allMatch(part -> part instanceof Part.Found || part instanceof Part.Filler)
                && clause.found().stream()
                        .allMatch(found -> DIAGNOSES.contains(
                                report.substring(found.from(), found.to()).toLowerCase(Locale.ROOT)));
    }

    /**
     * "No hallucinations, no dysphoria, headache": who says "no" of each item denies not the one that ends the list without it; but
     * "no nausea, no vomiting, diarrhoea, constipation" goes on.
     */
    private boolean hasItsOwnNo(Scope scope, int i) {
        return scope.reason() == DropReason.NEGATED
                && scope.clause() == i - 1
                && scope.last() == i - 1
                && i >= 2
                && clauses.get(i).before() == Token.Type.COMMA
                && clauses.get(i - 1).before() == Token.Type.COMMA
                && startsWithNo(clauses.get(i - 1))
                && startsWithNo(clauses.get(i - 2))
                && !isFollowedByTerm(i);
    }

    private boolean isFollowedByTerm(int i) {
        return i + 1 < clauses.size()
                && clauses.get(i + 1).before() != Token.Type.STOP
                && !clauses.get(i + 1).found().isEmpty();
    }

    private static boolean startsWithNo(Clause clause) {
        return clause.parts().getFirst() instanceof Part.Hint hint && hint.is(Meaning.Cue.NO);
    }

    /** "Worse than last month". */
    static boolean isCompared(Part.Hint hint, String report) {
        return THAN.matcher(report.substring(Math.max(0, hint.from() - NEAR), hint.from()))
                .find();
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

    /** The last clause of the list that begins in i that "or" joins. */
    int lastOfList(int i) {
        int last = i;
        for (int j = i + 1;
                j < clauses.size()
                        && clauses.get(j).before() != Token.Type.STOP
                        && !ClauseForm.hasOwnSense(clauses.get(j), report);
                j++) {
            if (clauses.get(j).before() == Token.Type.OR) {
                last = j;
            }
        }
        return last;
    }
}
