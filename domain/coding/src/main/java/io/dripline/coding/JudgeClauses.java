package io.dripline.coding;

import io.dripline.contracts.coding.Coding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides what each clause of one report states: events, nothing with a reason, or a question for a person. */
final class JudgeClauses {

    private static final int CANDIDATES = 5;

    private final Vocabulary vocabulary;
    private final Wordings wordings;
    private final String report;
    private final List<Clause> clauses;
    private final ReachOfNegation[] reach;
    private final List<CodedText> events = new ArrayList<>();
    private final List<DroppedText> dropped = new ArrayList<>();
    private final Set<String> coded = new HashSet<>();

    JudgeClauses(Vocabulary vocabulary, String report, List<Clause> clauses) {
        this.vocabulary = vocabulary;
        this.wordings = vocabulary.wordings();
        this.report = report;
        this.clauses = clauses;
        this.reach = ReachOfNegation.over(clauses, report);
    }

    CodingResult result() {
        for (int i = 0; i < clauses.size(); i++) {
            judge(clauses.get(i), reach[i]);
        }
        if (events.isEmpty() && dropped.isEmpty()) {
            events.add(new CodedText(report.strip(), null, List.of()));
        }
        return new CodingResult(
                events, dropped, events.stream().anyMatch(CodedText::awaitsReview), vocabulary.version());
    }

    /** Drops only what it wholly understands: an event among unknown words must not be lost with them. */
    private void judge(Clause clause, ReachOfNegation reach) {
        Understanding understood = new Understanding(clause, report);
        boolean states = !clause.found().isEmpty();
        boolean isExplained = clause.unexplained(wordings).isEmpty();
        if (states && reach != ReachOfNegation.NONE) {
            dropIf(reach == ReachOfNegation.NEGATED, clause, DropReason.NEGATED);
        } else if (clause.has(Meaning.Cue.DENIAL)) {
            dropIf(understood.isNegated(Meaning.Cue.DENIAL), clause, DropReason.NEGATED);
        } else if (clause.has(Meaning.Cue.NEGATION)) {
            dropIf(understood.isNegated(Meaning.Cue.NEGATION), clause, DropReason.NEGATED);
        } else if (clause.has(Meaning.Cue.HISTORICAL)) {
            dropIf(understood.isHistory(), clause, DropReason.HISTORICAL);
        } else if (clause.has(Meaning.Cue.BEFORE) && states) {
            dropIf(understood.isBefore(), clause, DropReason.HISTORICAL);
        } else if (clause.has(Meaning.Cue.NOT)) {
            dropIf(isNegatedWhole(clause, understood), clause, DropReason.NEGATED);
        } else if (clause.has(Meaning.Cue.PREVENTION)) {
            dropIf(understood.isPrevention(), clause, DropReason.TREATMENT);
        } else if (clause.has(Meaning.Cue.TREATMENT) && !states) {
            dropIf(isExplained, clause, DropReason.TREATMENT);
        } else if (clause.has(Meaning.Cue.NORMAL)) {
            dropIf(!states && isNormal(clause), clause, DropReason.NORMAL);
        } else if (clause.has(Meaning.Cue.WELL) && !states) {
            dropIf(isExplained && !clause.has(Meaning.Cue.EXCEPTION), clause, DropReason.NORMAL);
        } else if (states && understood.isZero()) {
            review(clause);
        } else if (states || !isExplained) {
            code(clause, isExplained);
        }
    }

    private void dropIf(boolean certain, Clause clause, DropReason reason) {
        if (certain) {
            drop(clause, reason);
        } else {
            review(clause);
        }
    }

    /** "BP normal": what is normal may be any word of the vocabulary, but no other. */
    private boolean isNormal(Clause clause) {
        boolean isKnown = clause.unexplained(wordings).stream()
                .allMatch(loose -> loose.words().stream().allMatch(wordings::knows));
        return isKnown && !clause.has(Meaning.Cue.EXCEPTION) && !clause.comparesIn(report);
    }

    /** "Not dizzy", "BP not raised", "ondansetron not given"; but not "not sure", "not well", "not normal". */
    private boolean isNegatedWhole(Clause clause, Understanding understood) {
        boolean isPhrase = wordings.withExactly(clause.allStems(wordings)).isPresent()
                && clause.found().isEmpty();
        boolean isUntreated = clause.has(Meaning.Cue.TREATMENT)
                && clause.found().isEmpty()
                && clause.unexplained(wordings).isEmpty()
                && !clause.has(Meaning.Cue.EXCEPTION);
        return (isPhrase || isUntreated || understood.isNotSo())
                && !clause.has(Meaning.Cue.NORMAL)
                && !clause.has(Meaning.Cue.WELL);
    }

    private void code(Clause clause, boolean isExplained) {
        Optional<Meaning.Entry> inOtherOrder = isExplained && clause.found().size() == 1
                ? Optional.empty()
                : wordings.withExactly(clause.allStems(wordings))
                        .or(() -> wordings.withExactly(clause.stems(wordings)));
        if (inOtherOrder.isPresent()) {
            addCoded(clause, inOtherOrder.get(), Likeness.SAME_WORDS_IN_OTHER_ORDER);
        } else if (isExplained && !clause.isOneOfAnother(report) && !isToldAgainWithMore(clause)) {
            clause.found().forEach(found -> addCoded(clause, found.entry(), Likeness.of(found.entry(), found.words())));
        } else {
            review(clause);
        }
    }

    /** A term that is coded already adds no event, so that its words would be lost. */
    private boolean isToldAgainWithMore(Clause clause) {
        return clause.parts().stream().anyMatch(Part.Loose.class::isInstance)
                && clause.found().stream()
                        .flatMap(found -> found.entry().terms().stream())
                        .allMatch(term -> coded.contains(term.id()));
    }

    private void addCoded(Clause clause, Meaning.Entry entry, Likeness likeness) {
        for (Meaning.CodeableTerm term : entry.terms()) {
            if (coded.add(term.id())) {
                Coding coding = new Coding(
                        term.id(),
                        term.category(),
                        likeness.method(),
                        entry.text(),
                        likeness.confidence(),
                        vocabulary.version());
                events.add(new CodedText(clause.textIn(report), coding, List.of()));
            }
        }
    }

    /** What was found in it comes first, by its share of the words, then what shares words with it. */
    private void review(Clause clause) {
        Set<String> words = clause.stems(wordings);
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        clause.found().stream()
                .flatMap(found -> Wordings.candidates(
                        found.entry(), (double) found.words().size() / Math.max(1, words.size())))
                .forEach(candidate -> candidates.putIfAbsent(candidate.term(), candidate));
        wordings.nearest(words, CANDIDATES).forEach(candidate -> candidates.putIfAbsent(candidate.term(), candidate));
        events.add(new CodedText(
                clause.textIn(report),
                null,
                candidates.values().stream()
                        .sorted(Comparator.comparingDouble(Candidate::confidence)
                                .reversed())
                        .limit(CANDIDATES)
                        .toList()));
    }

    private void drop(Clause clause, DropReason reason) {
        dropped.add(new DroppedText(clause.textIn(report), reason));
    }
}
