package io.dripline.coding;

import io.dripline.contracts.coding.Coding;
import io.dripline.contracts.coding.CodingMethod;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Decides what each clause of one report states: events, nothing with a reason, or a question for a person. */
final class JudgeClauses {

    private static final int CANDIDATES = 5;

    /** "Loss of good judgement" is not good. */
    private static final Set<String> LOSS = Set.of("loss", "lost", "lack", "lacking", "less", "worse");

    /** Each word that nothing explains costs this share of the confidence in the terms beside it. */
    private static final double KEPT_BESIDE_UNKNOWN = 0.98;

    private final Vocabulary vocabulary;
    private final NearestTerms nearest;
    private final double threshold;
    private final String report;
    private final List<Clause> clauses;
    private final Map<Part.Found, DropReason> senses;
    private final List<CodedText> events = new ArrayList<>();
    private final List<DroppedText> dropped = new ArrayList<>();
    private final Set<String> coded = new HashSet<>();

    JudgeClauses(Vocabulary vocabulary, NearestTerms nearest, double threshold, String report, List<Clause> clauses) {
        this.vocabulary = vocabulary;
        this.nearest = nearest;
        this.threshold = threshold;
        this.report = report;
        this.clauses = clauses;
        this.senses = FindSenses.in(clauses, report);
    }

    CodingResult result() {
        clauses.forEach(this::judge);
        if (events.isEmpty() && dropped.isEmpty()) {
            events.add(new CodedText(report.strip(), null, List.of()));
        }
        return new CodingResult(
                events, dropped, events.stream().anyMatch(CodedText::awaitsReview), vocabulary.version());
    }

    private void judge(Clause clause) {
        List<Part.Found> found = clause.found();
        boolean isMixed = found.stream().map(senses::get).distinct().count() > 1;
        int from = clause.parts().getFirst().from();
        Set<DropReason> reasons = new HashSet<>();
        boolean isShown = false;
        boolean isToldAgain = false;
        for (int i = 0; i < found.size(); i++) {
            Part.Found term = found.get(i);
            int to = i + 1 < found.size() ? term.to() : clause.parts().getLast().to();
            String text = isMixed
                    ? report.substring(Math.min(from, term.from()), Math.max(to, term.to()))
                            .strip()
                    : clause.textIn(report);
            from = term.to();
            DropReason reason = senses.getOrDefault(term, DropReason.NORMAL);
            if (!senses.containsKey(term) && !term.terms().isEmpty()) {
                boolean isNew = code(text, clause, term);
                isShown |= isNew && !isMixed;
                isToldAgain |= !isNew;
            } else if (isMixed || reasons.add(reason)) {
                dropped.add(new DroppedText(text, reason));
            }
        }
        if (isToldAgain && !isShown && clause.loose() > 0) {
            askForTheNearest(clause);
        }
        if (clause.found().isEmpty()) {
            judgeWithoutTerm(clause);
        }
    }

    private void judgeWithoutTerm(Clause clause) {
        boolean isLack = clause.has(Meaning.Cue.NO) && clause.has(Meaning.Cue.ABILITY);
        if (isLack) {
            askForTheNearest(clause);
        } else if (clause.has(Meaning.Cue.NO, Meaning.Cue.DENIAL, Meaning.Cue.ABSENT)) {
            dropped.add(new DroppedText(clause.textIn(report), DropReason.NEGATED));
        } else if (clause.has(Meaning.Cue.BEFORE) && isUnchanged(clause)) {
            dropped.add(new DroppedText(clause.textIn(report), DropReason.NORMAL));
        } else if (clause.has(Meaning.Cue.HISTORICAL, Meaning.Cue.BEFORE)) {
            dropped.add(new DroppedText(clause.textIn(report), DropReason.HISTORICAL));
        } else if (clause.has(Meaning.Cue.HYPOTHETICAL)) {
            dropped.add(new DroppedText(clause.textIn(report), DropReason.HYPOTHETICAL));
        } else if (clause.has(Meaning.Cue.OTHER_PERSON)) {
            dropped.add(new DroppedText(clause.textIn(report), DropReason.OTHER_PERSON));
        } else if (clause.has(Meaning.Cue.NORMAL, Meaning.Cue.WELL) && !says(clause, LOSS)) {
            dropped.add(new DroppedText(clause.textIn(report), DropReason.NORMAL));
        } else if (clause.has(Meaning.Cue.TREATMENT, Meaning.Cue.PREVENTION)) {
            dropped.add(new DroppedText(clause.textIn(report), DropReason.TREATMENT));
        } else if (clause.loose() > 0 || clause.has(Meaning.Cue.ABILITY)) {
            askForTheNearest(clause);
        }
    }

    private static boolean isUnchanged(Clause clause) {
        return says(clause, Set.of("unchanged", "change", "changes"));
    }

    private static boolean says(Clause clause, Set<String> plain) {
        return clause.parts().stream()
                .flatMap(part -> switch (part) {
                    case Part.Loose loose -> loose.words().stream();
                    case Part.Hint hint -> hint.words().stream();
                    default -> Stream.<Word>empty();
                })
                .anyMatch(word -> plain.contains(word.plain()));
    }

    private boolean code(String text, Clause clause, Part.Found found) {
        double confidence = found.isMeasured()
                ? found.likeness().confidence()
                : found.likeness().confidence() * Math.pow(KEPT_BESIDE_UNKNOWN, Math.min(8, clause.loose()));
        boolean isNew = false;
        for (Meaning.CodeableTerm term : found.terms()) {
            if (coded.add(term.id())) {
                isNew = true;
                events.add(new CodedText(
                        text,
                        new Coding(
                                term.id(),
                                term.category(),
                                found.likeness().method(),
                                found.matched(),
                                Math.round(100 * confidence) / 100.0,
                                vocabulary.version()),
                        List.of()));
            }
        }
        return isNew;
    }

    /** Codes what is near enough to a wording; else a person is asked, with those that come nearest. */
    private void askForTheNearest(Clause clause) {
        String text = clause.textIn(report);
        List<Candidate> candidates = nearest.of(text);
        if (candidates.isEmpty()) {
            candidates = vocabulary.wordings().nearest(stemsOf(clause), CANDIDATES);
        } else if (candidates.getFirst().confidence() >= threshold) {
            Candidate best = candidates.getFirst();
            if (coded.add(best.term())) {
                events.add(new CodedText(
                        text,
                        new Coding(
                                best.term(),
                                best.category(),
                                CodingMethod.NEAREST,
                                best.matched(),
                                best.confidence(),
                                vocabulary.version()),
                        List.of()));
            }
            return;
        }
        events.add(
                new CodedText(text, null, candidates.stream().limit(CANDIDATES).toList()));
    }

    private static Set<String> stemsOf(Clause clause) {
        Set<String> stems = new HashSet<>();
        for (Part part : clause.parts()) {
            Stream<Word> of = switch (part) {
                case Part.Loose loose -> loose.words().stream();
                case Part.Hint hint -> hint.words().stream();
                default -> Stream.empty();
            };
            of.forEach(word -> stems.add(word.stem()));
        }
        return stems;
    }
}
