package io.dripline.coding;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Drops what a monitor or a sample showed falsely: "reads 70 %, probe off", "lead off ?asystole", "BP 190/110 wrong cuff,
 * 128/74". A probe shows saturations, a lead the heart's rhythm, a cuff pressures, and broken cells let out potassium; other
 * values of the sentence stand.
 */
final class DropArtefacts {

    /** What one kind of monitor or sample shows. */
    private enum Shown {
        SATURATION(Set.of("desaturation", "hypoxia", "respiratory-depression", "tachypnoea")::contains),
        RHYTHM(Pattern.compile(
                        "(?:tachy|brady|arr?hythmi|fibrillat|flutter|heart-(?:rate|block)|beats|systole|ecg|electrocardiogra|qt|cardiac-arrest"
                                + "|block)")
                .asPredicate()),
        PRESSURE(Set.of("hypertension", "hypotension")::contains),
        POTASSIUM(Set.of("hyperkalaemia", "hypokalaemia")::contains);

        private final Predicate<String> terms;

        Shown(Predicate<String> terms) {
            this.terms = terms;
        }

        boolean has(Part.Found found) {
            return !found.terms().isEmpty() && found.terms().stream().allMatch(term -> terms.test(term.id()));
        }
    }

    private static final Set<String> OF_PROBE = Set.of("probe", "pleth");
    private static final Set<String> OF_LEAD = Set.of("lead", "leads");
    private static final Set<String> OF_CUFF = Set.of("cuff");
    private static final Set<String> OF_SAMPLE = Set.of("haemolysed", "hemolysed", "hemolyzed", "clotted", "sample");

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
        for (Clause clause : sentence) {
            for (Part part : clause.parts()) {
                if (part instanceof Part.Hint hint && hint.is(Meaning.Cue.ARTEFACT)) {
                    dropShown(sentence, hint, dropped);
                }
            }
        }
    }

    /** What stands before the cue, and otherwise what follows it. */
    private static void dropShown(List<Clause> sentence, Part.Hint cue, DroppedTerms dropped) {
        List<Part.Found> all =
                sentence.stream().flatMap(clause -> clause.found().stream()).toList();
        List<Part.Found> before =
                all.stream().filter(found -> found.from() < cue.from()).toList();
        List<Part.Found> after =
                all.stream().filter(found -> found.from() > cue.from()).toList();
        Optional<Shown> shown = shownBy(cue);
        List<Part.Found> those = shown.map(kind -> of(kind, before, after)).orElse(List.of());
        if (those.isEmpty()) {
            those = nearest(shown, before, after);
        }
        those.forEach(found -> dropped.drop(found, DropReason.NORMAL));
    }

    private static List<Part.Found> of(Shown kind, List<Part.Found> before, List<Part.Found> after) {
        List<Part.Found> first = before.stream().filter(kind::has).toList();
        return first.isEmpty() ? after.stream().filter(kind::has).toList() : first;
    }

    /** For "false reading", which says of no kind what it was; a probe shows the pulse too, and broken cells let out enzymes. */
    private static List<Part.Found> nearest(Optional<Shown> shown, List<Part.Found> before, List<Part.Found> after) {
        Optional<Part.Found> first = Stream.concat(before.reversed().stream(), after.stream())
                .filter(found -> found.isMeasured() || kindOf(found).isPresent())
                .findFirst();
        if (first.isEmpty()) {
            return List.of();
        }
        Part.Found nearest = first.get();
        Optional<Shown> kind = kindOf(nearest);
        boolean isAny = shown.isEmpty() || shown.get() == Shown.SATURATION;
        if (kind.isPresent()) {
            return isAny ? of(kind.get(), before, after) : List.of();
        }
        return nearest.isMeasured() && (shown.isEmpty() || shown.get() == Shown.POTASSIUM)
                ? List.of(nearest)
                : List.of();
    }

    private static Optional<Shown> kindOf(Part.Found found) {
        return Arrays.stream(Shown.values()).filter(each -> each.has(found)).findFirst();
    }

    private static Optional<Shown> shownBy(Part.Hint cue) {
        if (says(cue, OF_PROBE)) {
            return Optional.of(Shown.SATURATION);
        }
        if (says(cue, OF_LEAD)) {
            return Optional.of(Shown.RHYTHM);
        }
        if (says(cue, OF_CUFF)) {
            return Optional.of(Shown.PRESSURE);
        }
        return says(cue, OF_SAMPLE) ? Optional.of(Shown.POTASSIUM) : Optional.empty();
    }

    private static boolean says(Part.Hint cue, Set<String> words) {
        return cue.words().stream().anyMatch(word -> words.contains(word.plain()));
    }
}
