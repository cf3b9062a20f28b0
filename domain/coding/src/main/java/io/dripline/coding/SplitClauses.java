package io.dripline.coding;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a report into statements: at separators, before a negation or "hx of" that follows something else, and before
 * "felt", "had" that follow something negated or past.
 * Separators inside a found phrase ("pins and needles") are no longer seen.
 */
final class SplitClauses {

    private final List<Clause> clauses = new ArrayList<>();
    private List<Part> current = new ArrayList<>();
    private boolean hasContent;
    private boolean hasStatement;
    private Token.Type before = Token.Type.STOP;

    private SplitClauses() {}

    static List<Clause> of(List<Part> parts) {
        SplitClauses split = new SplitClauses();
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

    /** "itch nil" negates backwards: a stretch that ends in a negation is not split before one. */
    private void addStretch(List<Part> stretch) {
        boolean negatesBackwards = endsInNegation(stretch);
        for (int i = 0; i < stretch.size(); i++) {
            Part part = stretch.get(i);
            if (!negatesBackwards
                    && part instanceof Part.Hint hint
                    && (begins(hint.cue()) || beginsAnew(hint.cue(), stretch.subList(i, stretch.size())))) {
                close();
                before = Token.Type.STOP;
            }
            current.add(part);
            hasContent |= isContent(part);
            hasStatement |= isContent(part) && !(part instanceof Part.Loose);
            if (negatesBackwards && part instanceof Part.Hint hint && isNegation(hint.cue()) && hasContent) {
                close();
                before = Token.Type.STOP;
            }
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

    private static boolean endsInNegation(List<Part> stretch) {
        for (int i = stretch.size() - 1; i >= 0; i--) {
            switch (stretch.get(i)) {
                case Part.Filler filler -> {
                    continue;
                }
                case Part.Hint hint -> {
                    return isNegation(hint.cue());
                }
                default -> {
                    return false;
                }
            }
        }
        return false;
    }

    /** "Dizzy not nauseous" is two statements, "BP not raised" is one. */
    private boolean begins(Meaning.Cue cue) {
        return (hasContent && (isNegation(cue) || cue == Meaning.Cue.HISTORICAL))
                || (hasStatement && cue == Meaning.Cue.NOT);
    }

    /** "No nausea felt dizzy", "hx epilepsy had seizure"; but not "no nausea reported". */
    private boolean beginsAnew(Meaning.Cue cue, List<Part> rest) {
        return cue == Meaning.Cue.STATEMENT
                && hasContent
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
