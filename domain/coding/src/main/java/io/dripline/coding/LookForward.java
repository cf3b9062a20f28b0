package io.dripline.coding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Drops the terms that a cue before them speaks of: "no nausea or vomiting", "risk of cystitis", "husband was sick". */
final class LookForward {

    private static final Set<String> AFFIRMING = Set.of(
            "present", "positive", "persists", "persisting", "persistent", "ongoing", "continues", "\u2713", "\u2714");
    private static final Set<String> TODAY = Set.of("today", "now", "tonight", "currently");
    private static final Set<String> DAILY = Set.of(
            "sertraline",
            "citalopram",
            "escitalopram",
            "fluoxetine",
            "venlafaxine",
            "mirtazapine",
            "duloxetine",
            "amitriptyline",
            "antidepressant",
            "antidepressants",
            "levetiracetam",
            "lamotrigine",
            "pregabalin",
            "gabapentin",
            "metformin",
            "insulin",
            "salbutamol",
            "inhaler",
            "inhalers",
            "amlodipine",
            "ramipril",
            "bisoprolol",
            "antihypertensive",
            "antihypertensives",
            "omeprazole",
            "pantoprazole",
            "laxative",
            "laxatives",
            "senna",
            "movicol",
            "laxido");
    private static final Pattern FOR = Pattern.compile("\\s(?:\\S+\\s){0,2}for\\s(?:\\w+\\s){0,2}");
    private static final Set<String> WORRIED = Set.of("worried", "worry", "worries", "worrying");
    private static final Pattern OF = Pattern.compile("\\s(?:of|about|over|re)\\b");
    private static final Part.Hint FEAR = new Part.Hint(0, 0, Meaning.Cue.HYPOTHETICAL, List.of());
    private static final Part.Hint ALLERGIES = new Part.Hint(0, 0, Meaning.Cue.HISTORICAL, List.of());
    private static final Part.Hint PAST = new Part.Hint(0, 0, Meaning.Cue.BEFORE, List.of());
    private static final Pattern LABEL = Pattern.compile("\\s?:|\\sto\\b");
    private static final Pattern HABIT = Pattern.compile("\\s(?:makes?|gives?|causes?|always)\\b.*", Pattern.DOTALL);
    private static final Pattern SCORE = Pattern.compile(
            "[\\s:=~]*(?:(?:score|scores|nrs|vas|now|is|was|level|today|pre|currently|at|of)[\\s:=~]*){0,3}(?:10|\\d)(?:\\.\\d)?|.*/10",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern RISE = Pattern.compile(
            "\\d.*(?:rose|risen|rising|climbed|increased|\\bto\\b|->|\u2192|now|peak|max).*\\d", Pattern.DOTALL);
    private static final Pattern ONLY_SPACE = Pattern.compile(" *+");

    private final List<Clause> clauses;
    private final String report;
    private final BoundScopes bounds;
    private final DroppedTerms dropped;
    private final Set<List<Meaning.CodeableTerm>> droppedInSentence = new HashSet<>();

    LookForward(List<Clause> clauses, String report, DroppedTerms dropped) {
        this.clauses = clauses;
        this.report = report;
        this.bounds = new BoundScopes(clauses, report);
        this.dropped = dropped;
    }

    void run() {
        @Nullable Scope scope = null;
        for (int i = 0; i < clauses.size(); i++) {
            if (clauses.get(i).before() == Token.Type.STOP) {
                droppedInSentence.clear();
            }
            if (scope != null && !bounds.goesOn(scope, i)) {
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
                @Nullable DropReason begins = bounds.begins(hint, clause, before != null);
                if (begins != null) {
                    scope = new Scope(begins, i, bounds.lastOfList(i), hint);
                    here = scope;
                    before = null;
                } else if (here != null && bounds.ends(here, hint, clause, i, afterContent)) {
                    here = null;
                    scope = hint.is(Meaning.Cue.TIME) ? scope : null;
                }
                afterContent |= begins != null ? false : hint.is(Meaning.Cue.TREATMENT);
                afterContent &= begins == null;
            } else if (part instanceof Part.Found found) {
                if (here != null
                        && here.reason() != DropReason.HYPOTHETICAL
                        && afterContent
                        && ClauseForm.startsWithVerb(found)) {
                    here = null;
                    scope = null;
                }
                if (here == null && (isAllergyLabel(found) || isOfOtherDrug(found, clause))) {
                    here = new Scope(DropReason.HISTORICAL, i, i, isAllergyLabel(found) ? ALLERGIES : PAST);
                    scope = here;
                }
                if (isTreatedDaily(found, clause)) {
                    dropped.drop(found, DropReason.HISTORICAL);
                } else if (isPainScore(found, clause)) {
                    dropped.drop(found, DropReason.NORMAL);
                } else if (here != null && reaches(here, found, before, clause)) {
                    dropped.drop(found, here.reason());
                } else if (here != null && here.reason() == DropReason.NEGATED) {
                    here = null;
                    scope = null;
                }
                if (here == null
                        && isFear(found)
                        && WORRIED.contains(found.words().getFirst().plain())) {
                    dropped.drop(found, DropReason.HYPOTHETICAL);
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

    /** The first term after the cue in its clause, and those that follow it without any word between. */
    private boolean reaches(Scope scope, Part.Found found, Part.@Nullable Found before, Clause clause) {
        if (found.isMeasured() && isUnticked(scope.cue())) {
            return before == null && clauses.get(scope.clause()) == clause;
        }
        if (found.isMeasured()) {
            return scope.reason() != DropReason.NEGATED
                    && !(scope.reason() == DropReason.HISTORICAL
                            && (isMeasuredAnew(found, before)
                                    || RISE.matcher(report)
                                            .region(found.from(), found.to())
                                            .find()));
        }
        boolean isTold =
                isToldAgain(found) && !(scope.reason() == DropReason.NEGATED && clauses.get(scope.clause()) == clause);
        if (isTold
                || ClauseForm.isAffirmed(clause, found, AFFIRMING)
                || (scope.reason() == DropReason.HISTORICAL && ClauseForm.isAffirmed(clause, found, TODAY))) {
            return false;
        }
        // Words in any order match across others, so a term may begin before the last one ends.
        if (scope.reason() != DropReason.NEGATED || before == null || before.to() > found.from()) {
            return true;
        }
        return !ClauseForm.startsWithVerb(found)
                && ONLY_SPACE
                        .matcher(report.substring(before.to(), found.from()))
                        .matches()
                && !ClauseForm.isRated(found, clause, report);
    }

    /** "[ ] HR > 120". */
    private static boolean isUnticked(Part.Hint cue) {
        return cue.words().stream().anyMatch(word -> word.plain().equals(ReadTokens.UNTICKED));
    }

    /** "Known HTN BP 181/99": a value that says again what is known was measured now. */
    private static boolean isMeasuredAnew(Part.Found found, Part.@Nullable Found before) {
        return before != null
                && !before.isMeasured()
                && !found.terms().isEmpty()
                && before.terms().equals(found.terms());
    }

    /** "No history of seizure, seizure today": nobody lists a term twice. */
    private boolean isToldAgain(Part.Found found) {
        return !droppedInSentence.add(found.terms());
    }

    /** "Fear of vomiting", "worried about seizures": what is feared did not happen. */
    private boolean isFear(Part.Found found) {
        return found.terms().stream().anyMatch(term -> term.id().equals("anxiety"))
                && OF.matcher(report).region(found.to(), report.length()).lookingAt();
    }

    /** "Allergy: penicillin", "allergic to latex"; but not "allergic reaction to ketamine". */
    private boolean isAllergyLabel(Part.Found found) {
        return found.terms().stream().anyMatch(term -> term.id().equals("allergic-reaction"))
                && found.words().size() == 1
                && LABEL.matcher(report).region(found.to(), report.length()).lookingAt();
    }

    /** "Codeine makes her constipated". */
    private boolean isOfOtherDrug(Part.Found found, Clause clause) {
        return clause.parts().stream()
                .anyMatch(part -> part instanceof Part.Hint hint
                        && hint.is(Meaning.Cue.TREATMENT)
                        && hint.to() < found.from()
                        && HABIT.matcher(report.substring(hint.to(), found.from()))
                                .matches());
    }

    /** "Sertraline for depression": a condition that somebody takes a medicine for every day. */
    private boolean isTreatedDaily(Part.Found found, Clause clause) {
        return clause.parts().stream()
                .anyMatch(part -> part instanceof Part.Hint hint
                        && hint.is(Meaning.Cue.TREATMENT)
                        && hint.to() < found.from()
                        && hint.words().stream().anyMatch(word -> DAILY.contains(word.plain()))
                        && FOR.matcher(report.substring(hint.to(), found.from()))
                                .matches());
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
                                && SCORE.matcher(report.substring(found.to(), part.to()))
                                        .matches());
    }
}
