package io.dripline.coding;

import java.util.Arrays;
import java.util.List;

/**
 * How far "no" reaches. "Denies" reaches over a list of plain nouns; what else follows it up to a full stop or a new
 * statement is in doubt. "No" reaches over "or", over a list whose last item is joined by "or", and over "and" before
 * plain nouns: "no nausea and vomiting", but not "no nausea and dizzy". Plain nouns after a comma are in doubt, and
 * all that follows "with"; so are those beside a denial that stands after its term ("nausea and vomiting denied"), and
 * those after a past one ("hx of asthma and migraine").
 */
enum ReachOfNegation {
    NONE,
    /** Negated, past or stated: a person must say which. */
    DOUBTFUL,
    NEGATED;

    static ReachOfNegation[] over(List<Clause> clauses, String report) {
        ReachOfNegation[] reach = new ReachOfNegation[clauses.size()];
        Arrays.fill(reach, NONE);
        int i = 0;
        while (i < clauses.size()) {
            Clause clause = clauses.get(i);
            int chainEnd = i + 1;
            if (DenialAfterTerm.isIn(clause.parts()) || DenialAfterTerm.isBare(clause, report)) {
                doubtBefore(clauses, i, report, reach);
                chainEnd = endOfChain(clauses, i);
                doubtNounsAfter(clauses, i, chainEnd, report, reach);
            } else if (clause.has(Meaning.Cue.DENIAL) || clause.negatesOn()) {
                chainEnd = endOfChain(clauses, i);
                reachAfter(clauses, i, chainEnd, report, reach);
            } else if (clause.has(Meaning.Cue.HISTORICAL)) {
                chainEnd = endOfChain(clauses, i);
                doubtNounsAfter(clauses, i, chainEnd, report, reach);
            }
            i = chainEnd;
        }
        return reach;
    }

    private static void reachAfter(List<Clause> clauses, int i, int chainEnd, String report, ReachOfNegation[] reach) {
        boolean isDenial = clauses.get(i).has(Meaning.Cue.DENIAL);
        int listEnd = endOfList(clauses, i, chainEnd);
        boolean isList = true;
        boolean isDoubtful = false;
        for (int j = i + 1; j < chainEnd; j++) {
            Clause next = clauses.get(j);
            Understanding understood = new Understanding(next, report);
            isDoubtful |= next.before() == Token.Type.WITH;
            isList &= understood.isNoun() && (isDenial || next.before() == Token.Type.AND);
            if (j >= listEnd && !isList && !isDenial && !isDoubtful && !isListed(clauses.get(i), next, report)) {
                break;
            }
            boolean isCertain = !isDoubtful && (isList || (j < listEnd && understood.isReached()));
            reach[j] = isCertain ? NEGATED : DOUBTFUL;
        }
    }

    /** "No nausea, vomiting"; but not "no history of seizure, seizure today": nobody lists a term twice. */
    private static boolean isListed(Clause denied, Clause next, String report) {
        return new Understanding(next, report).isListed()
                && next.found().stream()
                        .noneMatch(found -> denied.found().stream()
                                .anyMatch(other -> other.entry()
                                        .terms()
                                        .equals(found.entry().terms())));
    }

    private static void doubtNounsAfter(
            List<Clause> clauses, int i, int chainEnd, String report, ReachOfNegation[] reach) {
        int listEnd = endOfList(clauses, i, chainEnd);
        for (int j = i + 1;
                j < chainEnd && (j < listEnd || new Understanding(clauses.get(j), report).isListed());
                j++) {
            reach[j] = DOUBTFUL;
        }
    }

    /** "Nausea, vomiting or rash denied", "dizzy, denied by patient"; but not "vomited once, none since". */
    private static void doubtBefore(List<Clause> clauses, int i, String report, ReachOfNegation[] reach) {
        int j = i;
        if (j > 0 && DenialAfterTerm.isBare(clauses.get(i), report)) {
            j--;
            Clause denied = clauses.get(j);
            if (!clauses.get(i).has(Meaning.Cue.DENIAL) && new Understanding(denied, report).isPlainlyStated()) {
                return;
            }
            doubt(j, reach);
        }
        while (j > 0
                && clauses.get(j).before() != Token.Type.STOP
                && !clauses.get(j - 1).hasOwnSense()
                && (clauses.get(j).before() == Token.Type.OR
                        || new Understanding(clauses.get(j - 1), report).isListed())) {
            j--;
            doubt(j, reach);
        }
    }

    private static void doubt(int i, ReachOfNegation[] reach) {
        if (reach[i] == NONE) {
            reach[i] = DOUBTFUL;
        }
    }

    /** The first clause after i that begins anew. */
    private static int endOfChain(List<Clause> clauses, int i) {
        int end = i + 1;
        while (end < clauses.size()
                && clauses.get(end).before() != Token.Type.STOP
                && !clauses.get(end).hasOwnSense()) {
            end++;
        }
        return end;
    }

    /** After the last clause of the chain that is joined by "or". */
    private static int endOfList(List<Clause> clauses, int i, int chainEnd) {
        for (int end = chainEnd - 1; end > i; end--) {
            if (clauses.get(end).before() == Token.Type.OR) {
                return end + 1;
            }
        }
        return i + 1;
    }
}
