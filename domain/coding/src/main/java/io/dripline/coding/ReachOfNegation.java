package io.dripline.coding;

import java.util.Arrays;
import java.util.List;

/**
 * How far "no" reaches. "Denies" reaches over a list of plain nouns; what else follows it up to a full stop or a new
 * statement is in doubt. "No" reaches over "or", over a list whose last item is joined by "or", and over "and" before
 * plain nouns: "no nausea and vomiting", but not "no nausea and dizzy".
 */
enum ReachOfNegation {
    NONE,
    /** Negated or stated: a person must say which. */
    DOUBTFUL,
    NEGATED;

    static ReachOfNegation[] over(List<Clause> clauses, String report) {
        ReachOfNegation[] reach = new ReachOfNegation[clauses.size()];
        Arrays.fill(reach, NONE);
        int i = 0;
        while (i < clauses.size()) {
            Clause clause = clauses.get(i);
            boolean isDenial = clause.has(Meaning.Cue.DENIAL);
            if (!isDenial && !clause.negatesOn()) {
                i++;
                continue;
            }
            int chainEnd = endOfChain(clauses, i);
            int listEnd = endOfList(clauses, i, chainEnd);
            boolean isList = true;
            for (int j = i + 1; j < chainEnd; j++) {
                Clause next = clauses.get(j);
                isList &= Understanding.isNouns(next) && (isDenial || next.before() == Token.Type.AND);
                if (j >= listEnd && !isList && !isDenial) {
                    break;
                }
                boolean isCertain = isList || (j < listEnd && new Understanding(next, report).isReached());
                reach[j] = isCertain ? NEGATED : DOUBTFUL;
            }
            i = chainEnd;
        }
        return reach;
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
