package io.dripline.coding;

import io.dripline.contracts.coding.Category;
import java.util.List;
import java.util.Set;

/** Drops what a monitor showed falsely: "reads 70 %, probe off", "lead off ?asystole", "BP 190/110 wrong cuff, 128/74". */
final class DropArtefacts {

    private static final Set<String> OF_BREATH = Set.of("desaturation", "respiratory-depression");

    private DropArtefacts() {}

    static void in(List<Clause> clauses, String report, DroppedTerms dropped) {
        int start = 0;
        for (int i = 1; i <= clauses.size(); i++) {
            if (i == clauses.size() || endsSentence(clauses, i, report)) {
                dropIn(clauses.subList(start, i), dropped);
                start = i;
            }
        }
    }

    /** A question mark before a term does not: "lead off ?asystole". */
    private static boolean endsSentence(List<Clause> clauses, int i, String report) {
        int from = clauses.get(i).parts().getFirst().from();
        return clauses.get(i).before() == Token.Type.STOP && (from == 0 || report.charAt(from - 1) != '?');
    }

    private static void dropIn(List<Clause> sentence, DroppedTerms dropped) {
        if (sentence.stream().noneMatch(DropArtefacts::isArtefact)) {
            return;
        }
        for (Clause clause : sentence) {
            for (Part.Found found : clause.found()) {
                if (found.isMeasured() || isOfMonitor(found)) {
                    dropped.drop(found, DropReason.NORMAL);
                }
            }
        }
    }

    private static boolean isArtefact(Clause clause) {
        return clause.has(Meaning.Cue.ARTEFACT);
    }

    private static boolean isOfMonitor(Part.Found found) {
        return found.terms().stream()
                .allMatch(term -> term.category() == Category.CARDIOVASCULAR || OF_BREATH.contains(term.id()));
    }
}
