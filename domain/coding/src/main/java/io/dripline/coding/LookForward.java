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
            "laxido",
            "mirabegron",
            "oxybutynin",
            "solifenacin",
            "tamsulosin",
            "finasteride",
            "levothyroxine",
            "thyroxine",
            "melatonin",
            "warfarin",
            "apixaban",
            "statin",
            "atorvastatin",
            "valproate",
            "carbamazepine",
            "topiramate",
            "sumatriptan",
            "rizatriptan",
            "furosemide",
            "frusemide",
            "candesartan",
            "perindopril",
            "atenolol",
            "lithium");
    private static final Pattern TAKES = Pattern.compile(
            ".*\\b(?:on|takes?|taking|continues|regular|uses)\\s(?:\\w+\\s){0,2}",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern IF_NEEDED =
            Pattern.compile("\\s*(?:prns?|(?:as|if|when) (?:needed|required))\\s?[:=-]", Pattern.CASE_INSENSITIVE);
    private static final Pattern NORMALLY = Pattern.compile(
            "\\s*(?:(?:is|he|she|pt|patient)\\s){0,2}(?:normally|usually|habitually|ordinarily)\\s(?:[\\p{L}'/-]+\\s){0,2}",
            Pattern.CASE_INSENSITIVE);
    /** "Frightened of bladder damage", "anxious about the needle". */
    private static final Set<String> FEARS =
            Set.of("frightened", "scared", "afraid", "nervous", "anxious", "apprehensive", "fearful");

    private static final Pattern OF_NEEDLE = Pattern.compile(
            "\\s(?:of|about|re)\\s(?:the\\s|his\\s|her\\s)?(?:needles?|cannulas?|cannulation|injections?|blood tests?|hospitals?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FOR = Pattern.compile(
            "\\s(?:(?!(?:started|begun|commenced|given|added|needed|prescribed|trialled|new)\\s)\\S+\\s){0,2}for\\s(?:\\w+\\s){0,2}");
    private static final Set<String> WORRIED = Set.of("worried", "worry", "worries", "worrying");
    private static final Pattern OF = Pattern.compile("\\s(?:of|about|over|re|that)\\b");
    private static final Part.Hint FEAR = new Part.Hint(0, 0, Meaning.Cue.HYPOTHETICAL, List.of());
    private static final Part.Hint ALLERGIES = new Part.Hint(0, 0, Meaning.Cue.HISTORICAL, List.of());
    private static final Part.Hint PAST = new Part.Hint(0, 0, Meaning.Cue.BEFORE, List.of());
    /** "Watch for hypertension", "frightened of seizures", "read about cystitis": nothing of it happened. */
    private static final Pattern AWAITED = Pattern.compile(
            ".*\\b(?:(?:watch(?:ing)?|monitor(?:ing|ed)?|screen(?:ing|ed)?|look(?:ing|ed)?|check(?:ing|ed)?|alert|vigilant|observ(?:e|ing))(?:\\s(?:out|closely|carefully|her|him|pt))?\\sfor"
                    + "|(?:frightened|scared|afraid|terrified|nervous|apprehensive|fearful)\\s(?:of|about|that|re)"
                    + "|(?:drawn up|kept ready|ready|available|on standby|standing by|charted|written up)\\sfor|fear(?:s|ed)?\\s(?:is|was|of|that)|read(?:ing|s)?\\s(?:up\\s)?(?:about|of)|talk(?:ed|ing)?\\sabout|spoke\\sabout|hop(?:es|ing)\\s(?:not\\s)?to|prepared\\sfor)\\s"
                    + "(?:[\\p{L}'/-]+\\s){0,4}",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** "She is prone to faints". */
    private static final Pattern HABITUALLY = Pattern.compile(
            ".*\\b(?:prone|tends?|liable|inclined|susceptible|tendency)\\sto\\s(?:[\\p{L}'/-]+\\s){0,3}",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern LABEL = Pattern.compile("\\s?:|\\sto\\b");
    private static final Pattern OF_INFUSION = Pattern.compile(
            "\\s(?:during|mid|in|with|after|since)\\s(?:the |this |today's |each |every )?(?:infusions?|bolus|drip|sessions?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HABIT =
            Pattern.compile("\\s(?:(?:as|because|since) it\\s)?(?:makes?|gives?|causes?|always)\\b.*", Pattern.DOTALL);
    private static final Pattern SCORE = Pattern.compile(
            "[\\s:=~]*(?:(?:score|scores|nrs|vas|now|is|was|level|today|pre|currently|at|of)[\\s:=~]*){0,3}(?:10|\\d)(?:\\.\\d)?|.*/10",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern RISE = Pattern.compile(
            "\\d.*(?:rose|risen|rising|climbed|increased|\\bto\\b|->|\u2192|now|peak|max).*\\d", Pattern.DOTALL);
    private static final int NEAR = 90;
    private static final Pattern ONLY_SPACE = Pattern.compile(" *+");

    private final List<Clause> clauses;
    private final String report;
    private final BoundScopes bounds;
    private final DroppedTerms dropped;
    private final Set<List<Meaning.CodeableTerm>> droppedInSentence = new HashSet<>();

    /** "PRN: ondansetron for nausea, midazolam for agitation". */
    private boolean isIfNeeded;

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
                isIfNeeded = IF_NEEDED
                        .matcher(report)
                        .region(clauses.get(i).parts().getFirst().from(), report.length())
                        .lookingAt();
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
                        && !(clause.before() == Token.Type.OR && before == null)
                        && ClauseForm.startsWithVerb(found)) {
                    here = null;
                    scope = null;
                }
                if (here == null && (isAllergyLabel(found) || isOfOtherDrug(found, clause))) {
                    here = new Scope(DropReason.HISTORICAL, i, i, isAllergyLabel(found) ? ALLERGIES : PAST);
                    scope = here;
                }
                if (here == null && !found.isMeasured()) {
                    String said = report.substring(
                            Math.max(clause.parts().getFirst().from(), found.from() - NEAR), found.from());
                    boolean isAwaited = AWAITED.matcher(said).matches() || isIfNeeded;
                    if (isAwaited
                            || HABITUALLY.matcher(said).matches()
                            || NORMALLY.matcher(said).matches()) {
                        here = new Scope(
                                isAwaited ? DropReason.HYPOTHETICAL : DropReason.HISTORICAL,
                                i,
                                i,
                                isAwaited ? FEAR : PAST);
                        scope = here;
                    }
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
                if (here == null && isFear(found) && isOfWhatMayCome(found, clause)) {
                    dropped.drop(found, DropReason.HYPOTHETICAL);
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
        if (found.isMeasured()) {
            return scope.reason() != DropReason.NEGATED
                    && !(scope.reason() == DropReason.HISTORICAL
                            && RISE.matcher(report)
                                    .region(found.from(), found.to())
                                    .find());
        }
        boolean isTold =
                isToldAgain(found) && !(scope.reason() == DropReason.NEGATED && clauses.get(scope.clause()) == clause);
        if (scope.reason() == DropReason.HISTORICAL
                && clauses.get(scope.clause()) != clause
                && OF_INFUSION
                        .matcher(report)
                        .region(found.to(), Math.max(found.to(), clause.end()))
                        .lookingAt()) {
            // "known anxiety, panic attack during infusion"
            return false;
        }
        if (isTold
                || (scope.reason() != DropReason.HYPOTHETICAL && ClauseForm.isAffirmed(clause, found, AFFIRMING))
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
                && !ClauseForm.isRated(found, clause);
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

    private boolean isOfWhatMayCome(Part.Found found, Clause clause) {
        return FEARS.contains(found.words().getFirst().plain())
                && (OF_NEEDLE
                                .matcher(report)
                                .region(found.to(), report.length())
                                .lookingAt()
                        || clause.found().indexOf(found) < clause.found().size() - 1);
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
                        && (hint.words().stream().anyMatch(word -> DAILY.contains(word.plain()))
                                || TAKES.matcher(report)
                                        .region(clause.parts().getFirst().from(), hint.from())
                                        .matches())
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
