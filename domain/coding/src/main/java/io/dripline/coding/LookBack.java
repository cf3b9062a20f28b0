package io.dripline.coding;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Drops the terms that a cue after them speaks of: "nausea, vomiting: nil", "tremor at baseline". */
final class LookBack {

    private static final int LONGEST_LIST = 40;
    private static final Set<String> NONE = Set.of("none", "nil", "not", "nothing");

    private static final Set<String> NOT = Set.of("not", "wasnt", "werent", "isnt", "hadnt", "absent");
    private static final Set<String> LONG_AGO = Set.of("last", "year", "years", "month", "months", "baseline");

    private static final Pattern AGAIN = Pattern.compile(
            "(?:now |but |all )?(?:symptoms?|sx|problems?|it|this|same)?\\s?(?:has |have |is |are |now |all )?(?:back|returned|recurred|relapsed|flared)"
                    + " (?:again )?(?:since|after|with|following|from|on|post|today|now|this)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> DISCUSSED = Set.of(
            "discussed",
            "leaflet",
            "risk",
            "risks",
            "consent",
            "counselling",
            "counselled",
            "education",
            "warning",
            "advice",
            "information",
            "screening");

    private static final Set<String> OVER = Set.of(
            "clear",
            "cleared",
            "better",
            "resolved",
            "gone",
            "recovered",
            "settled",
            "over",
            "treated",
            "normal",
            "well");

    private static final Set<String> HAPPENED = Set.of(
            "vomited",
            "fainted",
            "collapsed",
            "fell",
            "cried",
            "screamed",
            "retched",
            "cant",
            "cannot",
            "couldnt",
            "unable");

    private final List<Clause> clauses;
    private final String report;
    private final DroppedTerms dropped;

    LookBack(List<Clause> clauses, String report, DroppedTerms dropped) {
        this.clauses = clauses;
        this.report = report;
        this.dropped = dropped;
    }

    void run() {
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            dropDiscussed(i);
            takeUpAgain(i);
            for (int k = 0; k < clause.parts().size(); k++) {
                if (clause.parts().get(k) instanceof Part.Hint hint) {
                    if (isOfBefore(clause, k)) {
                        continue;
                    }
                    if (hint.is(Meaning.Cue.ABSENT)) {
                        lookBack(i, k, DropReason.NEGATED);
                    } else if (hint.is(Meaning.Cue.BEFORE)
                            && !clause.has(Meaning.Cue.WORSE)
                            && !BoundScopes.isCompared(hint, report)
                            && !BoundScopes.isUnrelieved(hint, clause)
                            && !BoundScopes.isOfNext(hint, clause)
                            && !isAgain(i, hint)) {
                        lookBack(i, k, DropReason.HISTORICAL);
                    }
                }
            }
        }
    }

    /** "Cystitis last year, symptoms back since infusion 4": what was there before is there again. */
    private void takeUpAgain(int i) {
        if (i > 0
                && clauses.get(i).found().isEmpty()
                && clauses.get(i).before() != Token.Type.STOP
                && AGAIN.matcher(report)
                        .region(
                                clauses.get(i).parts().getFirst().from(),
                                clauses.get(i).end())
                        .lookingAt()) {
            clauses.get(i - 1).found().forEach(found -> dropped.takeUp(found, DropReason.HISTORICAL));
        }
    }

    /** "Ketamine bladder discussed", "stroke risk": a cue that speaks of what follows, straight after what it speaks of. */
    private void dropDiscussed(int i) {
        Clause clause = clauses.get(i);
        if (i > 0
                && clause.before() == Token.Type.NUMBER
                && clause.parts().getFirst() instanceof Part.Hint hint
                && hint.is(Meaning.Cue.HYPOTHETICAL)
                && hint.words().stream().anyMatch(word -> DISCUSSED.contains(word.plain()))
                && clauses.get(i - 1).parts().getLast() instanceof Part.Found named) {
            dropped.drop(named, DropReason.HYPOTHETICAL);
        }
    }

    /** The terms before the cue in its clause, and the list that they end. */
    private void lookBack(int i, int k, DropReason reason) {
        Clause clause = clauses.get(i);
        List<Part> before = clause.parts().subList(0, k);
        boolean isBare = isOverBefore(clause, k)
                || clause.found().isEmpty()
                        && before.stream()
                                .noneMatch(part -> part instanceof Part.Found
                                        || part instanceof Part.Loose
                                        || (part instanceof Part.Hint test
                                                && test.is(
                                                        Meaning.Cue.TEST, Meaning.Cue.TREATMENT, Meaning.Cue.ABILITY))
                                        || (part instanceof Part.Filler filler
                                                && filler.kind() == Part.Filler.Kind.NUMBER));
        Part.Hint cue = (Part.Hint) clause.parts().get(k);
        boolean isNoneNow = reason == DropReason.HISTORICAL
                && !cue.words().isEmpty()
                && NONE.contains(cue.words().getFirst().plain());
        if (isBare && reason == DropReason.NEGATED && (clause.loose() > 0 || isBox(cue))) {
            return;
        }
        if (SplitClauses.isRuledOut(cue) && !clause.found().isEmpty()) {
            // "chest pain MI ruled out": what was suspected is named last
            List<Part.Found> named = before.stream()
                    .filter(Part.Found.class::isInstance)
                    .map(Part.Found.class::cast)
                    .toList();
            if (!named.isEmpty()) {
                dropped.drop(named.getLast(), reason);
            }
            if (named.size() > 1) {
                return;
            }
        } else {
            dropped.drop(before, isNoneNow ? DropReason.NEGATED : reason);
        }
        boolean isCounted = clause.parts().stream()
                .anyMatch(part -> part instanceof Part.Filler filler && filler.kind() == Part.Filler.Kind.NUMBER);
        if (reason == DropReason.HISTORICAL
                && !isNoneNow
                && clause.found().isEmpty()
                && isCounted
                && !isOverBefore(clause, k)) {
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
        if (isBare && isNoneNow && (j == 0 || !ClauseForm.isOfLastTime(clauses.get(j - 1)))) {
            if (j > 0
                    && isNamedOnly(clauses.get(j - 1), DropReason.NEGATED)
                    && (clauses.get(j).before() == Token.Type.WITH || !ClauseForm.isPast(clauses.get(j - 1)))) {
                dropped.drop(clauses.get(j - 1).parts(), DropReason.NEGATED);
            }
            return;
        }
        if (isBare && j > 0 && (isNamedOnly(clauses.get(j - 1), reason) || isOverBefore(clause, k))) {
            j--;
            dropped.drop(clauses.get(j).parts(), reason);
        } else if (isBare) {
            return;
        }
        while (j > Math.max(0, i - LONGEST_LIST)
                && (clauses.get(j).before() == Token.Type.AND
                        || clauses.get(j).before() == Token.Type.OR
                        || (clauses.get(j).before() == Token.Type.COMMA
                                && isStrong(clauses.get(i), k)
                                && !(reason == DropReason.HISTORICAL && happened(clauses.get(j - 1)))))
                && isNamedOnly(clauses.get(j - 1), reason)) {
            j--;
            dropped.drop(clauses.get(j).parts(), reason);
        }
    }

    /** "Which it was not in 2021", "not present last year": new. */
    private static boolean isOfBefore(Clause clause, int k) {
        Part.Hint hint = (Part.Hint) clause.parts().get(k);
        boolean isBefore = hint.is(Meaning.Cue.BEFORE);
        List<Part> beside = isBefore
                ? clause.parts().subList(0, k).reversed()
                : clause.parts().subList(k + 1, clause.parts().size());
        return beside.stream()
                .filter(part -> !(part instanceof Part.Filler))
                .findFirst()
                .filter(part -> part instanceof Part.Hint other
                        && (isBefore
                                ? isNot(other) && isLongAgo(hint)
                                : hint.is(Meaning.Cue.ABSENT)
                                        && isNot(hint)
                                        && other.is(Meaning.Cue.BEFORE)
                                        && isLongAgo(other)))
                .isPresent();
    }

    private static boolean isNot(Part.Hint hint) {
        return hint.is(Meaning.Cue.NO, Meaning.Cue.ABSENT)
                && !hint.words().isEmpty()
                && NOT.contains(hint.words().getFirst().plain());
    }

    /** "Through the roof again, same as last time": it was there before, and now. */
    private boolean isAgain(int i, Part.Hint hint) {
        List<Part> said = clauses.subList(Math.max(0, i - 1), i + 1).stream()
                .flatMap(clause -> clause.parts().stream())
                .filter(part -> part.from() <= hint.from())
                .toList();
        return says(said, "same") && says(said, "again");
    }

    private static boolean says(List<Part> parts, String plain) {
        return parts.stream()
                .anyMatch(part -> part instanceof Part.Hint hint
                        && hint.words().stream().anyMatch(word -> word.plain().equals(plain)));
    }

    /** "Dizzy [x] other [ ]": of its own item. */
    private static boolean isBox(Part.Hint cue) {
        return cue.words().stream().anyMatch(word -> word.plain().equals(ReadTokens.CROSSED));
    }

    /** A year, or "last year", but not "since last year". */
    private static boolean isLongAgo(Part.Hint hint) {
        return hint.words().isEmpty()
                || (hint.words().stream().anyMatch(word -> LONG_AGO.contains(word.plain()))
                        && hint.words().stream().noneMatch(word -> word.plain().equals("since")));
    }

    /** "UTI in January, clear before series started". */
    private static boolean isOverBefore(Clause clause, int k) {
        return clause.found().isEmpty()
                && ((Part.Hint) clause.parts().get(k)).is(Meaning.Cue.BEFORE)
                && clause.parts().subList(0, k).stream()
                        .anyMatch(part -> part instanceof Part.Hint hint
                                && hint.words().stream().anyMatch(word -> OVER.contains(word.plain())));
    }

    /** "Nausea, vomiting: nil", "itch, rash denied"; but not "headache, nausea nil", "headache, bleed ruled out". */
    private boolean isStrong(Clause clause, int k) {
        Part.Hint cue = (Part.Hint) clause.parts().get(k);
        if (SplitClauses.isRuledOut(cue)) {
            return false;
        }
        return !cue.is(Meaning.Cue.ABSENT)
                || cue.words().isEmpty()
                || cue.words().size() > 1
                || cue.words().getFirst().plain().startsWith("den")
                || report.substring(clause.parts().getFirst().from(), cue.from())
                        .contains(":");
    }

    /** "Vomited twice, pain unchanged", "can't climax, desire unchanged": what is told before is told of now. */
    private static boolean happened(Clause clause) {
        return clause.found().stream()
                .anyMatch(found -> !found.isMeasured()
                        && HAPPENED.contains(found.words().getFirst().plain()));
    }

    /** A clause of the past, so that the one before it may be meant. */
    private boolean isSettled(Clause clause) {
        return clause.has(Meaning.Cue.HISTORICAL, Meaning.Cue.BEFORE)
                && clause.found().stream().allMatch(dropped::has);
    }

    /**
     * "Nausea: yes, vomiting: no": whoever answers each question denies with the last answer only its own. But "ROS: nausea,
     * vomiting denied": a heading is no answer.
     */
    private boolean hasOwnAnswer(Clause clause) {
        String answer = report.substring(clause.found().getFirst().to(), clause.end());
        return answer.contains(":")
                || answer.contains("=")
                || clause.parts().stream().anyMatch(ReadAnswers::isYes);
    }

    /** Terms and nothing that states them. */
    private boolean isNamedOnly(Clause clause, DropReason reason) {
        return !clause.found().isEmpty()
                && !ClauseForm.hasOwnSense(clause, report)
                && !clause.has(Meaning.Cue.ABSENT, Meaning.Cue.STATEMENT, Meaning.Cue.REPORT)
                && !(reason == DropReason.NEGATED && (hasOwnAnswer(clause) || ClauseForm.saysOnly(clause)))
                && (!clause.has(Meaning.Cue.TIME)
                        || (reason == DropReason.HISTORICAL && ClauseForm.isOfLastTime(clause)))
                && clause.found().stream()
                        .allMatch(found -> (!found.isMeasured() && !ClauseForm.isRated(found, clause, report))
                                || reason == DropReason.HISTORICAL);
    }
}
