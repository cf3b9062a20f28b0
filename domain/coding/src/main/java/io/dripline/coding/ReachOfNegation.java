package io.dripline.coding;

import java.util.List;

/**
 * How far "no" reaches. "Denies" reaches over a whole list, up to a full stop or a new statement. "No" reaches over
 * "or", over a list whose last item is joined by "or", and over "and" before a plain noun: "no nausea and vomiting",
 * but not "no nausea and dizzy".
 */
final class ReachOfNegation {

    private ReachOfNegation() {}

    static boolean[] over(List<Clause> clauses) {
        boolean[] negated = new boolean[clauses.size()];
        int i = 0;
        while (i < clauses.size()) {
            Clause clause = clauses.get(i);
            boolean isDenial = clause.has(Meaning.Cue.DENIAL);
            if (!isDenial && !clause.has(Meaning.Cue.NEGATION) && !clause.has(Meaning.Cue.NOT)) {
                i++;
                continue;
            }
            int chainEnd = endOfChain(clauses, i);
            int listEnd = isDenial ? chainEnd : endOfList(clauses, i, chainEnd);
            for (int j = i + 1; j < chainEnd; j++) {
                boolean joined = clauses.get(j).before() == Token.Type.AND && isNoun(clauses.get(j));
                if (j >= listEnd && !joined) {
                    break;
                }
                negated[j] = true;
            }
            i = chainEnd;
        }
        return negated;
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

    private static boolean isNoun(Clause clause) {
        return clause.found().size() == 1
                && clause.found().getFirst().entry().kind() == Meaning.Kind.NAME
                && Likeness.of(
                                        clause.found().getFirst().entry(),
                                        clause.found().getFirst().words())
                                .confidence()
                        > 0.98;
    }
}
