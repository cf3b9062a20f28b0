package io.dripline.coding;

import io.dripline.contracts.coding.Category;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Drops what a monitor or a sample showed falsely: "reads 70 %, probe off", "lead off ?asystole", "BP 190/110 wrong cuff,
 * 128/74". A probe shows saturations, a lead the heart's rhythm, a cuff pressures, and broken cells let out potassium; other
 * values of the sentence stand. One pass over each sentence, whatever it holds.
 */
final class DropArtefacts {

    /** What one kind of monitor or sample shows. */
    private enum Shown {
        SATURATION(of("desaturation", "hypoxia")),
        RHYTHM(term -> term.category() == Category.CARDIOVASCULAR
                && OF_RHYTHM.matcher(term.id()).find()),
        PRESSURE(of("hypertension", "hypotension")),
        POTASSIUM(of("hyperkalaemia", "hypokalaemia"));

        private final Predicate<Meaning.CodeableTerm> terms;

        Shown(Predicate<Meaning.CodeableTerm> terms) {
            this.terms = terms;
        }

        private static Predicate<Meaning.CodeableTerm> of(String... ids) {
            Set<String> terms = Set.of(ids);
            return term -> terms.contains(term.id());
        }

        boolean has(Part.Found found) {
            return !found.terms().isEmpty() && found.terms().stream().allMatch(terms);
        }
    }

    private static final Pattern OF_RHYTHM = Pattern.compile(
            "tachy|brady|arrhythmi|fibrillat|flutter|heart-(?:rate|block)|beats|systole|ecg|qt|cardiac-arrest|block");

    private static final Set<String> OF_PROBE = Set.of("probe", "pleth");
    private static final Set<String> OF_LEAD = Set.of("lead", "leads");
    private static final Set<String> OF_CUFF = Set.of("cuff");
    private static final Set<String> OF_SAMPLE = Set.of("haemolysed", "hemolysed", "hemolyzed", "clotted", "sample");

    /** What is measured in blood, apart from potassium. */
    private static final Pattern OF_BLOOD = Pattern.compile(
            "(?:ALT|AST|GGT|ALP|liver tests|bilirubin|creatinine|eGFR|sodium|glucose|urea|INR|BNP|troponin)\\b.*");

    /** Said straight before what it speaks of: "spurious K 6.4", "artefactual tachycardia". */
    private static final Set<String> ADJECTIVES = Set.of("artefactual", "artifactual", "spurious", "erroneous");

    private final DroppedTerms dropped;

    /** Of each kind what stands before the place that is read and is not dropped yet. */
    private final Map<Shown, Deque<Part.Found>> before = new EnumMap<>(Shown.class);

    /** Of each kind what stands after it, likewise. */
    private final Map<Shown, Deque<Part.Found>> after = new EnumMap<>(Shown.class);

    private final Set<Shown> seen = EnumSet.noneOf(Shown.class);

    /** The last value, or what a monitor shows, before the place that is read. */
    private Part.@Nullable Found nearest;

    private DropArtefacts(DroppedTerms dropped) {
        this.dropped = dropped;
    }

    static void in(List<Clause> clauses, String report, DroppedTerms dropped) {
        int start = 0;
        for (int i = 1; i <= clauses.size(); i++) {
            if (i == clauses.size() || endsSentence(clauses, i, report)) {
                new DropArtefacts(dropped).dropIn(clauses.subList(start, i));
                start = i;
            }
        }
    }

    /** A question mark before a term does not: "lead off ?asystole". */
    private static boolean endsSentence(List<Clause> clauses, int i, String report) {
        int from = clauses.get(i).parts().getFirst().from();
        return clauses.get(i).before() == Token.Type.STOP && (from == 0 || report.charAt(from - 1) != '?');
    }

    private void dropIn(List<Clause> sentence) {
        sentence.stream()
                .flatMap(clause -> clause.found().stream())
                .forEach(
                        found -> kindOf(found).ifPresent(kind -> of(after, kind).add(found)));
        for (Clause clause : sentence) {
            List<Part> parts = clause.parts();
            for (int i = 0; i < parts.size(); i++) {
                Part part = parts.get(i);
                if (part instanceof Part.Found found) {
                    pass(found);
                } else if (part instanceof Part.Hint hint && hint.is(Meaning.Cue.ARTEFACT)) {
                    dropShown(hint, i + 1 < parts.size() ? parts.get(i + 1) : null);
                }
            }
        }
    }

    private void pass(Part.Found found) {
        Optional<Shown> kind = kindOf(found);
        kind.ifPresent(shown -> {
            seen.add(shown);
            of(after, shown).poll();
            of(before, shown).add(found);
        });
        if (found.isMeasured() || kind.isPresent()) {
            nearest = found;
        }
    }

    /**
     * What stands before the cue. What follows it only where the cue names the monitor, and nothing that it shows stands before:
     * "probe off, sats 70%", but not "monitor artefact, then HR 140".
     */
    private void dropShown(Part.Hint cue, @Nullable Part next) {
        Optional<Shown> shown = shownBy(cue);
        if (shown.isPresent() && seen.contains(shown.get())) {
            dropAll(of(before, shown.get()));
        } else if (shown.isPresent() && !of(after, shown.get()).isEmpty()) {
            dropAll(of(after, shown.get()));
        } else if (says(cue, ADJECTIVES) && next instanceof Part.Found found) {
            dropped.drop(found, DropReason.NORMAL);
        } else {
            dropNearest(shown);
        }
    }

    /** For "false reading", which says of no kind what it was; a probe shows the pulse too, and broken cells let out enzymes. */
    private void dropNearest(Optional<Shown> shown) {
        Part.Found found = nearest;
        if (found == null) {
            return;
        }
        Optional<Shown> kind = kindOf(found);
        if (kind.isPresent()) {
            if (shown.isEmpty() || shown.get() == Shown.SATURATION) {
                dropAll(of(before, kind.get()));
            }
        } else if (shown.isEmpty() || (shown.get() == Shown.POTASSIUM && isOfBlood(found))) {
            dropped.drop(found, DropReason.NORMAL);
        }
    }

    /** "ALT 88, sample haemolysed", but not "temp 38.9, bloods haemolysed". */
    private static boolean isOfBlood(Part.Found found) {
        return found.isMeasured() && OF_BLOOD.matcher(found.matched()).matches();
    }

    private static Deque<Part.Found> of(Map<Shown, Deque<Part.Found>> founds, Shown kind) {
        return founds.computeIfAbsent(kind, key -> new ArrayDeque<>());
    }

    private void dropAll(Deque<Part.Found> founds) {
        while (!founds.isEmpty()) {
            dropped.drop(founds.remove(), DropReason.NORMAL);
        }
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
