package io.dripline.coding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dripline.contracts.coding.Coding;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Codes a reporter's words. Deterministic, thread-safe, linear in the length of the text. */
public final class CodeWords {

    /** Probability from which on what is near is coded, unless told otherwise; see docs/validation/coding.md. */
    public static final double THRESHOLD = 0.6;

    /** What was coded is remembered for this many letters of words and answers, some 20 MB. */
    private static final long REMEMBERED = 5_000_000;

    /** Letters that an answer takes beside its words, on average. */
    private static final int ANSWER = 200;

    private static final NearestTerms UNASKED = clause -> List.of();

    private final Vocabulary vocabulary;
    private final ReadTokens tokens;
    private final OrdinaryWords ordinary;
    private final NearestTerms nearest;
    private final double threshold;
    private final Cache<String, LocatedResult> seen = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED)
            .weigher((String words, LocatedResult result) -> 2 * words.length() + ANSWER)
            .build();

    /** By rules alone: what no wording matches awaits review. */
    public CodeWords(Vocabulary vocabulary) {
        this(vocabulary, UNASKED, 1);
    }

    /**
     * By rules, and what they leave open by the nearest terms.
     *
     * @param threshold probability in [0, 1] at and above which the nearest term is coded; below it words await review
     */
    public CodeWords(Vocabulary vocabulary, NearestTerms nearest, double threshold) {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold: expected 0 to 1, found " + threshold);
        }
        this.vocabulary = vocabulary;
        this.tokens = new ReadTokens(vocabulary.forms());
        this.ordinary = new OrdinaryWords(vocabulary);
        this.nearest = nearest;
        this.threshold = threshold;
    }

    /**
     * What the words say. Never fails and never guesses: what is not recognised, an empty text too, is an event that
     * awaits review; what is stated not to have happened is dropped with the reason. Equal words are read once.
     */
    public CodingResult code(String verbatim) {
        return locate(verbatim).result();
    }

    /** The same, with the places of what is said. */
    LocatedResult locate(String verbatim) {
        return seen.get(verbatim, this::read);
    }

    /**
     * What a licence adds is asked only for what the open vocabularies' wordings do not code completely, and its answer
     * is taken only if it keeps what they do code.
     */
    private LocatedResult read(String verbatim) {
        if (vocabulary.openWordings() == vocabulary.wordings()) {
            return read(verbatim, vocabulary.openWordings(), nearest);
        }
        LocatedResult open = read(verbatim, vocabulary.openWordings(), UNASKED);
        if (!open.result().needsReview() && !open.result().events().isEmpty()) {
            return vocabulary.wordings().meddra().complete(open);
        }
        LocatedResult joined = read(verbatim, vocabulary.wordings(), nearest);
        return vocabulary
                .wordings()
                .meddra()
                .complete(
                        terms(joined.result()).containsAll(terms(open.result()))
                                ? joined
                                : read(verbatim, vocabulary.openWordings(), nearest));
    }

    private LocatedResult read(String verbatim, Wordings wordings, NearestTerms nearest) {
        FindPhrases phrases = new FindPhrases(wordings);
        MatchWordSets wordSets = new MatchWordSets(wordings);
        List<Part.Found> measured = vocabulary.measurements().in(References.maskedIn(verbatim));
        List<Clause> clauses =
                SplitClauses.of(phrases.in(tokens.readReport(verbatim), measured, verbatim), verbatim).stream()
                        .map(wordSets::in)
                        .toList();
        return new JudgeClauses(vocabulary, ordinary, nearest, threshold, verbatim, clauses).result();
    }

    private static Set<String> terms(CodingResult result) {
        return result.events().stream()
                .map(CodedText::coding)
                .filter(Objects::nonNull)
                .map(Coding::term)
                .collect(Collectors.toSet());
    }
}
