package io.dripline.coding;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a report into statements: at separators, before a negation or "hx of" that follows something else, and before
 * "felt", "had" that follow something negated or past.
 * Separators inside a found phrase ("pins and needles") are no longer seen.
 */
final class SplitClauses {

    private final String report;
    private final List<Clause> clauses = new ArrayList<>();
    private List<Part> current = new ArrayList<>();
    private boolean hasContent;
    private boolean hasStatement;
    private boolean hasTerm;
    private boolean hasDenialAfterTerm;
    private Token.Type before = Token.Type.STOP;

    private SplitClauses(String report) {
        this.report = report;
    }

    static List<Clause> of(List<Part> parts, String report) {
        SplitClauses split = new SplitClauses(report);
        int end = 0;
        for (int i = 0; i < parts.size(); i = end + 1) {
            end = i;
            while (end < parts.size() && !(parts.get(end) instanceof Part.Gap)) {
                end++;
            }
            split.addStretch(parts.subList(i, end));
            if (end < parts.size() && parts.get(end) instanceof Part.Gap gap) {
                split.gap(gap.type());
            }
        }
        return split.clauses;
    }

    /** "Itch nil vomiting nil" is split after its denials, other stretches before them. */
    private void addStretch(List<Part> stretch) {
        boolean endsInDenial = DenialAfterTerm.endsIn(stretch, report);
        boolean splitsAfterDenials = endsInDenial && DenialAfterTerm.areAlike(stretch);
        for (int i = 0; i < stretch.size(); i++) {
            Part part = stretch.get(i);
            if (endsInDenial && !DenialAfterTerm.isOfTheRest(part)
                    ? splitsAfterDenials && DenialAfterTerm.isTerm(part) && hasDenialAfterTerm
                    : part instanceof Part.Hint hint
                            && (begins(hint.cue(), stretch, i)
                                    || beginsAnew(hint.cue(), stretch.subList(i, stretch.size())))) {
                close();
                before = Token.Type.STOP;
            }
            current.add(part);
            hasContent |= isContent(part);
            hasStatement |= isContent(part) && !(part instanceof Part.Loose);
            hasTerm |= DenialAfterTerm.isTerm(part);
            hasDenialAfterTerm |= hasTerm && DenialAfterTerm.isDenial(part);
        }
        close();
    }

    private void gap(Token.Type type) {
        // of several separators in a row the strongest counts
        if (type.compareTo(before) > 0) {
            before = type;
        }
    }

    private void close() {
        if (!current.isEmpty()) {
            clauses.add(new Clause(before, List.copyOf(current)));
            current = new ArrayList<>();
            hasContent = false;
            hasStatement = false;
            hasTerm = false;
            hasDenialAfterTerm = false;
            before = Token.Type.NUMBER;
        }
    }

    private static boolean isContent(Part part) {
        return switch (part) {
            case Part.Found found -> true;
            case Part.Loose loose -> true;
            case Part.Hint hint -> hint.cue() == Meaning.Cue.TREATMENT || hint.cue() == Meaning.Cue.NORMAL;
            case Part.Filler filler -> false;
            case Part.Gap gap -> false;
        };
    }

    /** "Dizzy not nauseous" is two statements; "BP not raised", "nausea denied by patient" are one. */
    private boolean begins(Meaning.Cue cue, List<Part> stretch, int i) {
        if (cue == Meaning.Cue.NOT) {
            return hasStatement
                    && (!hasTerm || DenialAfterTerm.notLooksForward(stretch.subList(i + 1, stretch.size())));
        }
        if (isNegation(cue)) {
            return hasContent && (!hasTerm || DenialAfterTerm.looksForward(stretch, i, report));
        }
        return hasContent && cue == Meaning.Cue.HISTORICAL;
    }

    /** "No nausea felt dizzy", "hx epilepsy had seizure"; but not "no nausea reported". */
    private boolean beginsAnew(Meaning.Cue cue, List<Part> rest) {
        return cue == Meaning.Cue.STATEMENT
                && hasContent
                && !hasDenialAfterTerm
                && current.stream().anyMatch(part -> part instanceof Part.Hint hint && isDropped(hint.cue()))
                && rest.stream().anyMatch(part -> part instanceof Part.Found || part instanceof Part.Loose);
    }

    private static boolean isDropped(Meaning.Cue cue) {
        return isNegation(cue)
                || cue == Meaning.Cue.NOT
                || cue == Meaning.Cue.HISTORICAL
                || cue == Meaning.Cue.BEFORE
                || cue == Meaning.Cue.NORMAL;
    }

    private static boolean isNegation(Meaning.Cue cue) {
        return cue == Meaning.Cue.NEGATION || cue == Meaning.Cue.DENIAL;
    }
}
