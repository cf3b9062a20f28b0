package io.dripline.coding;

import io.dripline.contracts.coding.Category;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Drops what a monitor showed falsely: "reads 70 %, probe off", "lead off ?asystole", "BP 190/110 wrong cuff, 128/74". */
final class DropArtefacts {

    private static final Set<String> OF_BREATH = Set.of("desaturation", "respiratory-depression");

    private static final Pattern LINE = Pattern.compile(
            "\\b(?:iv|ivc|ivs|cannula|cannulae|canula|line|lines|hub|port|picc|midline|lumen)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SKIN = Pattern.compile(
            "\\b(?:face|facial|cheeks?|neck|chest|skin|hot|warm|red|sweaty|itchy|pt|patient|she|he)\\b",
            Pattern.CASE_INSENSITIVE);

    private DropArtefacts() {}

    static void in(List<Clause> clauses, String report, DroppedTerms dropped) {
        int start = 0;
        clauses.forEach(clause -> clause.found().stream()
                .filter(found -> isOfLine(found, report))
                .forEach(found -> dropped.drop(found, DropReason.TREATMENT)));
        for (int i = 1; i <= clauses.size(); i++) {
            if (i == clauses.size() || endsSentence(clauses, i, report)) {
                dropIn(clauses.subList(start, i), dropped);
                start = i;
            }
        }
    }

    /** "Blood in cannula hub, flushed", "flushed, IVC out": the line, and no face. */
    private static boolean isOfLine(Part.Found found, String report) {
        if (found.words().size() != 1 || !found.words().getFirst().plain().equals("flushed")) {
            return false;
        }
        String near = report.substring(Math.max(0, found.from() - 35), Math.min(report.length(), found.to() + 25));
        return LINE.matcher(near).find() && !SKIN.matcher(near).find();
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
