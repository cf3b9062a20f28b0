package io.dripline.coding;

import io.dripline.contracts.coding.Category;
import io.dripline.contracts.coding.Coding;
import io.dripline.contracts.coding.CodingMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a short report that was cut into pieces, of which some mean nothing alone, as one statement: "lightheaded and had
 * to grab the sink", "ended up with a clot in my calf". The nearest terms are asked about all of it, and what they are sure
 * of is taken unless the pieces say something else.
 */
final class ReadAsOne {

    /** Words and measurements; who writes more states more than one thing. */
    private static final int LONGEST = 14;

    private static final int MOST_CLAUSES = 3;

    /** Where words were dropped for a reason, or no piece says the same, no more than this share of the doubt may be left. */
    private static final double LITTLE_DOUBT = 0.25;

    /** Of what was dropped for a reason a person is asked from this probability on. */
    private static final double ENOUGH_TO_ASK = 0.8;

    private static final Set<String> CHRONIC = Set.of("chronic", "long", "longstanding", "longterm");

    /** Begin what may tell of a lack, which is an event: "haven't had a poo for a week", "didn't recognise my wife". */
    private static final Set<String> MAY_BE_LACK =
            Set.of("not", "didnt", "did", "hasnt", "hadnt", "havent", "has", "had", "have", "doesnt", "does", "dont");

    private final Vocabulary vocabulary;
    private final OrdinaryWords ordinary;
    private final NearestTerms nearest;
    private final double threshold;
    private final String report;
    private final List<Clause> clauses;

    /** @param threshold from which on all words together are coded where none of the pieces was */
    ReadAsOne(
            Vocabulary vocabulary,
            OrdinaryWords ordinary,
            NearestTerms nearest,
            double threshold,
            String report,
            List<Clause> clauses) {
        this.vocabulary = vocabulary;
        this.ordinary = ordinary;
        this.nearest = nearest;
        this.threshold = threshold;
        this.report = report;
        this.clauses = clauses;
    }

    LocatedResult of(LocatedResult inPieces) {
        CodingResult result = inPieces.result();
        Set<Category> said = result.events().stream()
                .map(CodedText::coding)
                .filter(Objects::nonNull)
                .map(Coding::category)
                .collect(Collectors.toSet());
        boolean isOpen = result.dropped().isEmpty() ? clauses.size() > 1 && result.needsReview() : mayBeNoReason(said);
        boolean isAskedOnly = !isOpen && result.events().isEmpty() && mayBeMissed();
        if (!(isOpen || isAskedOnly) || said.size() > 1 || !isShort()) {
            return inPieces;
        }
        Span all = new Span(0, report.length()).strippedIn(report);
        List<Candidate> candidates = said.stream()
                .findFirst()
                .map(category -> nearest.of(all.in(report), named(category)))
                .orElseGet(() -> nearest.of(all.in(report)));
        if (candidates.isEmpty()) {
            return inPieces;
        }
        Candidate best = candidates.getFirst();
        if (said.isEmpty()) {
            List<Word> loose = clauses.stream()
                    .flatMap(clause -> clause.looseWords().stream())
                    .toList();
            boolean isHeldBack = !result.dropped().isEmpty();
            if (isHeldBack && best.confidence() < (isAskedOnly ? ENOUGH_TO_ASK : threshold)) {
                return inPieces;
            }
            boolean isUnbacked =
                    isHeldBack || result.events().stream().noneMatch(event -> isFirst(event, Set.of(best.category())));
            boolean isSure = !isAskedOnly
                    && !(isHeldBack && (has(Meaning.Cue.NO) || has(Meaning.Cue.TREATMENT)))
                    && !ordinary.areStrange(loose)
                    && best.confidence() >= (isUnbacked ? 1 - (1 - threshold) * LITTLE_DOUBT : threshold);
            if (!isSure && !isHeldBack) {
                return inPieces;
            }
            return one(all, isSure ? Optional.of(coding(best)) : Optional.empty(), candidates);
        }
        return said.contains(best.category()) && best.confidence() >= threshold && asksOnlyAbout(result, said)
                ? widened(inPieces, all)
                : inPieces;
    }

    private boolean has(Meaning.Cue cue) {
        return clauses.stream().anyMatch(clause -> clause.has(cue));
    }

    /** "Drowsy, peeing fire" asks about something else than it says, and so may gibberish. */
    private boolean asksOnlyAbout(CodingResult result, Set<Category> said) {
        List<Word> loose =
                clauses.stream().flatMap(clause -> clause.looseWords().stream()).toList();
        return result.events().stream()
                        .filter(CodedText::awaitsReview)
                        .allMatch(event -> isFirst(event, said) || isOpen(event))
                && (loose.isEmpty() || ordinary.areMostlyKnown(loose));
    }

    /** What comes nearest to it is not probable enough to be a question about that. */
    private boolean isOpen(CodedText event) {
        return !event.candidates().isEmpty() && event.candidates().getFirst().confidence() < threshold;
    }

    private static boolean isFirst(CodedText event, Set<Category> categories) {
        return !event.candidates().isEmpty()
                && categories.contains(event.candidates().getFirst().category());
    }

    /**
     * Whether only words that name no term were dropped, for a reason that such words seldom are: "haven't had a poo for a
     * week", "didn't recognise my wife". What is denied or somebody else's did not happen, whatever it is; a "not" or a
     * treatment leaves it to a person.
     */
    private boolean mayBeNoReason(Set<Category> said) {
        return said.isEmpty()
                && clauses.stream()
                        .noneMatch(clause -> !clause.found().isEmpty()
                                || clause.has(
                                        Meaning.Cue.DENIAL,
                                        Meaning.Cue.HYPOTHETICAL,
                                        Meaning.Cue.HISTORICAL,
                                        Meaning.Cue.BEFORE,
                                        Meaning.Cue.NORMAL,
                                        Meaning.Cue.WELL,
                                        Meaning.Cue.ABSENT,
                                        Meaning.Cue.PREVENTION)
                                || clause.parts().stream().anyMatch(ReadAsOne::isPlainNo)
                                || isOfOther(clause));
    }

    /**
     * Whether cues dropped all of a report that may be the name of an event nevertheless: "no semen", "listed for a liver
     * transplant", "chronic constipation". What is said of a term, but for how long it has been so, stays dropped.
     */
    private boolean mayBeMissed() {
        return clauses.stream()
                .noneMatch(clause -> clause.has(Meaning.Cue.DENIAL, Meaning.Cue.ABSENT, Meaning.Cue.PREVENTION)
                        || isOfOther(clause)
                        || !(clause.found().isEmpty() || isNamedChronic(clause)));
    }

    /** "Chronic constipation" and nothing else. */
    private boolean isNamedChronic(Clause clause) {
        return clauses.size() == 1
                && clause.parts().getFirst() instanceof Part.Hint hint
                && hint.is(Meaning.Cue.BEFORE, Meaning.Cue.HISTORICAL)
                && CHRONIC.contains(
                        hint.words().isEmpty() ? "" : hint.words().getFirst().plain())
                && clause.parts().stream()
                        .skip(1)
                        .allMatch(part -> part instanceof Part.Found || part instanceof Part.Filler);
    }

    private static boolean isPlainNo(Part part) {
        return part instanceof Part.Hint hint
                && hint.is(Meaning.Cue.NO)
                && (hint.words().isEmpty()
                        || !MAY_BE_LACK.contains(hint.words().getFirst().plain()));
    }

    /** "Mum's kidneys failing", but not "didn't recognise my wife". */
    private static boolean isOfOther(Clause clause) {
        return clause.before() == Token.Type.STOP
                && clause.parts().stream()
                        .filter(part -> !(part instanceof Part.Filler))
                        .findFirst()
                        .filter(part -> part instanceof Part.Hint hint && hint.is(Meaning.Cue.OTHER_PERSON))
                        .isPresent();
    }

    private boolean isShort() {
        return clauses.size() <= MOST_CLAUSES
                && clauses.stream().mapToInt(Clause::loose).sum() + read() <= LONGEST;
    }

    private int read() {
        return clauses.stream()
                .flatMap(clause -> clause.found().stream())
                .mapToInt(found -> Math.max(1, found.words().size()))
                .sum();
    }

    private NearestTerms.Named named(Category category) {
        return new NearestTerms.Named(
                category,
                Math.max(1, read()),
                clauses.stream().mapToInt(Clause::loose).sum());
    }

    private Coding coding(Candidate best) {
        return new Coding(
                best.term(),
                best.category(),
                CodingMethod.NEAREST,
                best.matched(),
                best.confidence(),
                vocabulary.version());
    }

    private LocatedResult one(Span all, Optional<Coding> coding, List<Candidate> candidates) {
        CodedText event = new CodedText(
                all.in(report),
                coding.orElse(null),
                coding.isPresent()
                        ? List.of()
                        : candidates.stream().limit(JudgeClauses.CANDIDATES).toList());
        return located(List.of(event), List.of(all));
    }

    /** What was coded, of which the first is said by all the words. */
    private LocatedResult widened(LocatedResult inPieces, Span all) {
        List<CodedText> events = new ArrayList<>();
        List<Span> places = new ArrayList<>();
        for (int i = 0; i < inPieces.events().size(); i++) {
            CodedText event = inPieces.result().events().get(i);
            if (!event.awaitsReview()) {
                places.add(events.isEmpty() ? all : inPieces.events().get(i));
                events.add(events.isEmpty() ? new CodedText(all.in(report), event.coding(), List.of()) : event);
            }
        }
        return located(events, places);
    }

    private LocatedResult located(List<CodedText> events, List<Span> places) {
        return new LocatedResult(
                new CodingResult(
                        events, List.of(), events.stream().anyMatch(CodedText::awaitsReview), vocabulary.version()),
                places,
                List.of());
    }
}
