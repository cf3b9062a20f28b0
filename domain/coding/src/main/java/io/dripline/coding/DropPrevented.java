package io.dripline.coding;

import java.util.List;

/** Drops the terms that a treatment was given to prevent. */
final class DropPrevented {

    private DropPrevented() {}

    static void in(List<Clause> clauses, DroppedTerms dropped) {
        for (Clause clause : clauses) {
            for (int k = 0; k < clause.parts().size(); k++) {
                if (clause.parts().get(k) instanceof Part.Hint hint && hint.is(Meaning.Cue.PREVENTION)) {
                    dropAround(clause, k, dropped);
                }
            }
        }
    }

    /** "Prophylactic ondansetron for nausea"; but not "vomited despite prophylactic ondansetron". */
    private static void dropAround(Clause clause, int k, DroppedTerms dropped) {
        boolean afterBut = false;
        for (Part part : clause.parts().subList(0, k)) {
            afterBut |=
                    part instanceof Part.Hint hint && hint.is(Meaning.Cue.BUT, Meaning.Cue.TIME, Meaning.Cue.STATEMENT);
        }
        if (!afterBut) {
            clause.parts().subList(0, k).stream()
                    .filter(Part.Found.class::isInstance)
                    .map(Part.Found.class::cast)
                    .filter(found -> !ClauseForm.isPredicate(new Clause(Token.Type.STOP, List.of(found))))
                    .forEach(found -> dropped.drop(found, DropReason.TREATMENT));
        }
        for (Part part : clause.parts().subList(k, clause.parts().size())) {
            if (part instanceof Part.Hint hint
                    && (hint.is(Meaning.Cue.BUT, Meaning.Cue.TIME, Meaning.Cue.STATEMENT)
                            || hint.words().stream().anyMatch(word -> ClauseForm.ONLY.contains(word.plain())))) {
                return;
            }
            dropped.drop(part, DropReason.TREATMENT);
        }
    }
}
