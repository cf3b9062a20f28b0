package io.dripline.coding;

import io.dripline.contracts.coding.Category;
import io.dripline.contracts.coding.Coding;
import io.dripline.contracts.coding.CodingMethod;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides what each clause of one report states: events, nothing with a reason, or a question for a person. */
final class JudgeClauses {

    static final int CANDIDATES = 5;

    /** "Loss of good judgement" is not good. */
    private static final Set<String> LOSS = Set.of("loss", "lost", "lack", "lacking", "less", "worse");

    /** Said of treatment, or, as in "urine ceased", of what a body does no more. */
    private static final Set<String> CEASED = Set.of("stopped", "ceased");

    /** Stems of what only one organ does; all of them feel, stop or focus. */
    private static final Set<String> OF_ONE_ORGAN =
            Set.of("urin", "void", "erection", "orgasm", "climax", "swallow", "libido");

    /** Each word that nothing explains costs this share of the confidence in the terms beside it. */
    private static final double KEPT_BESIDE_UNKNOWN = 0.98;

    /**
     * Of several clauses one without a known term more often tells of care or talk than of an event, so the nearest terms
     * must be surer: no more than this share of the doubt that one clause by itself may leave. Chosen on the clinic lines
     * that are tuned on.
     */
    private static final double DOUBT_BESIDE_OTHERS = 0.25;

    /**
     * For words whose likeness is no probability, and for those that follow what was dropped in the same sentence: it may
     * hold for them too ("discussed dissociation, liver and bladder effects"), so a person is asked.
     */
    private static final double MORE_THAN_SURE = 2;

    /** Two that say the same independently need not be as sure as one: this share of the probability. */
    private static final double ENOUGH_TO_AGREE = 0.5;

    /** A system that is less probable is none that words of another hold too. */
    private static final double OUT_OF_THE_QUESTION = 0.05;

    private final Vocabulary vocabulary;
    private final OrdinaryWords ordinary;
    private final NearestTerms nearest;
    private final double threshold;
    private final double thresholdOfAll;
    private final String report;
    private final List<Clause> clauses;
    private final Map<Part.Found, DropReason> senses;
    private final List<CodedText> events = new ArrayList<>();
    private final List<Span> placesOfEvents = new ArrayList<>();
    private final List<DroppedText> dropped = new ArrayList<>();
    private final List<Span> placesOfDropped = new ArrayList<>();
    private final Set<String> coded = new HashSet<>();
    private boolean isAfterDropped;

    JudgeClauses(
            Vocabulary vocabulary,
            OrdinaryWords ordinary,
            NearestTerms nearest,
            double threshold,
            String report,
            List<Clause> clauses) {
        this.vocabulary = vocabulary;
        this.ordinary = ordinary;
        this.nearest = nearest;
        this.thresholdOfAll = threshold;
        this.threshold = clauses.size() > 1 ? 1 - (1 - threshold) * DOUBT_BESIDE_OTHERS : threshold;
        this.report = report;
        this.senses = FindSenses.in(clauses, report, vocabulary.treated(), vocabulary.measurements());
        this.clauses = JoinSigns.in(clauses, senses);
    }

    LocatedResult result() {
        for (Clause clause : clauses) {
            if (clause.before() == Token.Type.STOP) {
                isAfterDropped = false;
            }
            int droppedBefore = dropped.size();
            int eventsBefore = events.size();
            judge(clause);
            isAfterDropped |= dropped.size() > droppedBefore && events.size() == eventsBefore;
        }
        if (events.isEmpty() && dropped.isEmpty()) {
            askAboutAll();
        }
        return new ReadAsOne(vocabulary, ordinary, nearest, thresholdOfAll, report, clauses)
                .of(new LocatedResult(
                        new CodingResult(
                                events,
                                dropped,
                                events.stream().anyMatch(CodedText::awaitsReview),
                                vocabulary.version()),
                        placesOfEvents,
                        placesOfDropped));
    }

    /** "Felt worse": words that say nothing alone. */
    private void askAboutAll() {
        Span all = new Span(0, report.length()).strippedIn(report);
        state(all, null, nearest.of(all.in(report)).stream().limit(CANDIDATES).toList());
    }

    private void state(Span place, @Nullable Coding coding, List<Candidate> candidates) {
        events.add(new CodedText(place.in(report), coding, candidates));
        placesOfEvents.add(place);
    }

    private void drop(Span place, DropReason reason) {
        dropped.add(new DroppedText(place.in(report), reason));
        placesOfDropped.add(place);
    }

    private void judge(Clause clause) {
        List<Part.Found> found = withoutTheImprobable(clause);
        if (found.size() == 1
                && (clauses.size() == 1 ? clause.unread() : clause.loose()) > 0
                && states(found.getFirst())
                && isSettledByNearest(clause, found.getFirst())) {
            return;
        }
        boolean isMixed = found.stream().map(senses::get).distinct().count() > 1;
        int from = clause.parts().getFirst().from();
        Set<DropReason> reasons = new HashSet<>();
        boolean isShown = false;
        boolean isToldAgain = false;
        for (int i = 0; i < found.size(); i++) {
            Part.Found term = found.get(i);
            int to = i + 1 < found.size() ? term.to() : clause.end();
            Span place = isMixed
                    ? new Span(Math.min(from, term.from()), Math.max(to, term.to())).strippedIn(report)
                    : clause.placeIn(report);
            from = term.to();
            DropReason reason = senses.getOrDefault(term, DropReason.NORMAL);
            if (states(term)) {
                boolean isNew = code(place, clause, term);
                isShown |= isNew && !isMixed;
                isToldAgain |= !isNew;
            } else if (isMixed || reasons.add(reason)) {
                drop(place, reason);
            }
        }
        if (isToldAgain && !isShown && clause.loose() > 0) {
            askForTheNearest(clause);
        }
        if (clause.found().isEmpty()) {
            judgeWithoutTerm(clause);
        }
    }

    private boolean states(Part.Found term) {
        return !senses.containsKey(term) && !term.terms().isEmpty();
    }

    /**
     * Words that no rule explains may make another event of the one that is named: "stomach full of butterflies". So the
     * nearest terms are asked too, and told what is named. A report of one clause is coded as both together make it; of
     * several clauses those that hold a term are mostly about it, so there they must be sure of another system.
     */
    private boolean isSettledByNearest(Clause clause, Part.Found found) {
        boolean isStrange = isStrange(clause);
        if (found.isMeasured() || (isStrange && clauses.size() > 1)) {
            return false;
        }
        Span place = clause.placeIn(report);
        Category category = found.terms().getFirst().category();
        List<Candidate> candidates = nearest.of(
                place.in(report), new NearestTerms.Named(category, found.words().size(), clause.unread()));
        if (candidates.isEmpty()) {
            return false;
        }
        Candidate best = candidates.getFirst();
        boolean isSure = best.confidence() >= threshold;
        if (found.terms().stream().anyMatch(term -> term.category() == best.category())) {
            if (clauses.size() == 1 && best.confidence() < threshold * ENOUGH_TO_AGREE && !isStrange) {
                state(place, null, withFirst(found, best.confidence(), candidates));
                return true;
            }
            return false;
        }
        boolean isMostlyRead = found.words().size() > Math.max(1, clause.unread());
        if (!isSure && (clauses.size() > 1 || isMostlyRead)) {
            return false;
        }
        codeOrAsk(place, candidates, isStrange ? MORE_THAN_SURE : threshold);
        return true;
    }

    /**
     * Of several terms of different systems in one clause a word before the last may only describe that: "a weeping square
     * rash", "unstable angina". Where the nearest terms are sure of one of the systems, such a word whose own is as good as out
     * of the question for them states nothing.
     */
    private List<Part.Found> withoutTheImprobable(Clause clause) {
        List<Part.Found> found = clause.found();
        if (clauses.size() > 1
                || found.size() < 2
                || found.stream().anyMatch(term -> term.isMeasured() || !states(term))
                || found.stream().flatMap(JudgeClauses::categories).distinct().count() < 2
                || (clause.loose() > 0 && isStrange(clause))) {
            return found;
        }
        List<Candidate> candidates = nearest.of(clause.placeIn(report).in(report));
        if (candidates.isEmpty()
                || candidates.getFirst().confidence() < threshold
                || found.stream()
                        .flatMap(JudgeClauses::categories)
                        .noneMatch(candidates.getFirst().category()::equals)) {
            return found;
        }
        Set<Category> possible = candidates.stream()
                .filter(candidate -> candidate.confidence() >= OUT_OF_THE_QUESTION)
                .map(Candidate::category)
                .collect(Collectors.toSet());
        return found.stream()
                .filter(term -> term.words().size() > 1
                        || term == found.getLast()
                        || categories(term).anyMatch(possible::contains))
                .toList();
    }

    private static Stream<Category> categories(Part.Found found) {
        return found.terms().stream().map(Meaning.CodeableTerm::category);
    }

    private static List<Candidate> withFirst(Part.Found found, double confidence, List<Candidate> candidates) {
        Meaning.CodeableTerm term = found.terms().getFirst();
        return Stream.concat(
                        Stream.of(new Candidate(term.id(), term.category(), found.matched(), confidence)),
                        candidates.stream()
                                .filter(candidate -> !candidate.term().equals(term.id())))
                .limit(CANDIDATES)
                .toList();
    }

    private void judgeWithoutTerm(Clause clause) {
        boolean isLack = clause.has(Meaning.Cue.ABILITY)
                && (clause.has(Meaning.Cue.NO) || (clause.loose() == 0 && says(clause, CEASED)));
        if (isLack) {
            askForTheNearest(clause);
        } else if (clause.has(Meaning.Cue.NO, Meaning.Cue.DENIAL, Meaning.Cue.ABSENT)) {
            drop(clause.placeIn(report), DropReason.NEGATED);
        } else if (clause.has(Meaning.Cue.BEFORE) && isUnchanged(clause)) {
            drop(clause.placeIn(report), DropReason.NORMAL);
        } else if (clause.has(Meaning.Cue.HISTORICAL, Meaning.Cue.BEFORE)) {
            drop(clause.placeIn(report), DropReason.HISTORICAL);
        } else if (clause.has(Meaning.Cue.HYPOTHETICAL)) {
            drop(clause.placeIn(report), DropReason.HYPOTHETICAL);
        } else if (clause.has(Meaning.Cue.OTHER_PERSON)) {
            drop(clause.placeIn(report), DropReason.OTHER_PERSON);
        } else if (clause.has(Meaning.Cue.NORMAL, Meaning.Cue.WELL) && !says(clause, LOSS)) {
            drop(clause.placeIn(report), DropReason.NORMAL);
        } else if (clause.has(Meaning.Cue.TREATMENT, Meaning.Cue.PREVENTION)) {
            drop(clause.placeIn(report), DropReason.TREATMENT);
        } else if (clause.loose() > 0 || clause.has(Meaning.Cue.ABILITY, Meaning.Cue.TEST)) {
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

    private boolean code(Span place, Clause clause, Part.Found found) {
        double confidence = found.isMeasured()
                ? found.likeness().confidence()
                : found.likeness().confidence() * Math.pow(KEPT_BESIDE_UNKNOWN, Math.min(8, clause.loose()));
        boolean isNew = false;
        for (Meaning.CodeableTerm term : found.terms()) {
            if (coded.add(term.id())) {
                isNew = true;
                state(
                        place,
                        new Coding(
                                term.id(),
                                term.category(),
                                found.likeness().method(),
                                found.matched(),
                                Math.round(100 * confidence) / 100.0,
                                vocabulary.version()),
                        List.of());
            }
        }
        return isNew;
    }

    /** Codes what is near enough to a wording; else a person is asked, with those that come nearest. */
    private void askForTheNearest(Clause clause) {
        Span place = clause.placeIn(report);
        List<Candidate> candidates = nearest.of(place.in(report));
        codeOrAsk(
                place,
                candidates.isEmpty() ? vocabulary.wordings().nearest(stemsOf(clause), CANDIDATES) : candidates,
                candidates.isEmpty() || isAfterDropped || isStrange(clause) || isNameOnly(clause)
                        ? MORE_THAN_SURE
                        : threshold);
    }

    /** "Came over quibbly". */
    private boolean isStrange(Clause clause) {
        return !namesWhatIsKnown(clause) && ordinary.areStrange(clause.looseWords());
    }

    /** "Cr 210", "urine ceased": a test, or what a body does, that some wording names. */
    private boolean namesWhatIsKnown(Clause clause) {
        return clause.parts().stream()
                .flatMap(part -> switch (part) {
                    case Part.Hint hint
                    when hint.is(Meaning.Cue.TEST) ->
                        hint.words().stream().filter(word -> word.plain().length() > 2);
                    case Part.Hint hint
                    when hint.is(Meaning.Cue.ABILITY) ->
                        hint.words().stream().filter(word -> OF_ONE_ORGAN.contains(word.stem()));
                    default -> Stream.<Word>empty();
                })
                .anyMatch(vocabulary.wordings()::knows);
    }

    /** "LFTs", "bladder": what was looked at, and nothing that was found. */
    private static boolean isNameOnly(Clause clause) {
        return clause.has(Meaning.Cue.TEST) && clause.loose() == 0 && !clause.has(Meaning.Cue.ABILITY);
    }

    private void codeOrAsk(Span place, List<Candidate> candidates, double from) {
        if (candidates.isEmpty() || candidates.getFirst().confidence() < from) {
            state(place, null, candidates.stream().limit(CANDIDATES).toList());
            return;
        }
        Candidate best = candidates.getFirst();
        if (coded.add(best.term())) {
            state(
                    place,
                    new Coding(
                            best.term(),
                            best.category(),
                            CodingMethod.NEAREST,
                            best.matched(),
                            best.confidence(),
                            vocabulary.version()),
                    List.of());
        }
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
