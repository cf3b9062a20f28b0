package io.dripline.coding.nearest;

import io.dripline.coding.Candidate;
import io.dripline.coding.LayPhrase;
import io.dripline.coding.NearestTerms;
import io.dripline.coding.Vocabulary;
import io.dripline.contracts.coding.Category;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The nearest terms by spelling (Apache Lucene and a classifier of words and letters) and by meaning (vectors of
 * MiniLM and a classifier of them), pooled into one calibrated probability. Thread-safe; make it once.
 */
public final class Nearest implements NearestTerms {

    /** Terms of the likeliest category, and categories beside it that are worth showing. */
    private static final int TERMS = 3;

    private static final double WORTH_SHOWING = 0.02;

    private final List<Labelled> labelled;
    private final @Nullable SentenceModel model;
    private final Experts experts;
    private final Classifiers classifiers;
    private final Pool pool;

    private Nearest(List<Labelled> labelled, Learned learned, @Nullable SentenceModel model) {
        this.labelled = labelled;
        this.model = model;
        this.experts = new Experts(
                labelled,
                new LuceneIndex(labelled),
                model == null ? null : Vectors.of(learned.vectors(), learned.axes()));
        this.classifiers = learned.classifiers();
        this.pool = model == null ? learned.bySpelling() : learned.all();
    }

    /**
     * By spelling and meaning.
     *
     * @throws BrokenNearestException the model or what was learned cannot be used
     */
    public static Nearest withModel(Vocabulary vocabulary) {
        List<Labelled> labelled = labelled(vocabulary, phrase -> true);
        return new Nearest(labelled, learned(labelled), new MiniLm());
    }

    /**
     * By spelling alone: in a third of the memory and four times as fast, but less often right.
     *
     * @throws BrokenNearestException what was learned cannot be used
     */
    public static Nearest withoutModel(Vocabulary vocabulary) {
        List<Labelled> labelled = labelled(vocabulary, phrase -> true);
        return new Nearest(labelled, learned(labelled), null);
    }

    /**
     * With the model, but learned anew without some of the patients' words: to be measured on those. Takes half a minute.
     *
     * @param kept says which words to learn from
     */
    public static Nearest learnedWithModel(Vocabulary vocabulary, Predicate<LayPhrase> kept) {
        return learnedAnew(vocabulary, kept, new MiniLm());
    }

    /** As {@link #learnedWithModel}, without the model. */
    public static Nearest learnedWithoutModel(Vocabulary vocabulary, Predicate<LayPhrase> kept) {
        return learnedAnew(vocabulary, kept, null);
    }

    private static Nearest learnedAnew(
            Vocabulary vocabulary, Predicate<LayPhrase> kept, @Nullable SentenceModel model) {
        List<Labelled> all = labelled(vocabulary, phrase -> true);
        List<Labelled> some = labelled(vocabulary, kept);
        byte[][] vectors = learned(all).vectors();
        Map<String, byte[]> byText = new HashMap<>();
        IntStream.range(0, all.size()).forEach(i -> byText.put(all.get(i).text(), vectors[i]));
        byte[][] ofSome = some.stream().map(one -> byText.get(one.text())).toArray(byte[][]::new);
        return new Nearest(
                some,
                new Learn(some, ofSome, new ReadByRules(vocabulary)).from(MiniLm.NAME, Vocabulary.openVersion()),
                model);
    }

    static List<Labelled> labelled(Vocabulary vocabulary, Predicate<LayPhrase> kept) {
        List<LayPhrase> lay = new ArrayList<>(Vocabulary.plainWords());
        Vocabulary.layPhrases().stream().filter(kept).forEach(lay::add);
        return Labelled.all(vocabulary.phrases(), lay, NoEvents.shipped());
    }

    private static Learned learned(List<Labelled> labelled) {
        try (InputStream in = Nearest.class.getResourceAsStream(Learned.FILE)) {
            if (in == null) {
                throw new BrokenNearestException(Learned.FILE
                        + ": expected it beside the classes, where the build writes it, but it is missing");
            }
            return Learned.read(in, Learned.fingerprint(labelled, MiniLm.NAME, Vocabulary.openVersion()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Candidate> of(String clause) {
        return candidates(clause, null);
    }

    @Override
    public List<Candidate> of(String clause, Named named) {
        return candidates(clause, named);
    }

    private List<Candidate> candidates(String clause, @Nullable Named named) {
        if (clause.codePoints().noneMatch(Character::isLetter)) {
            return List.of();
        }
        float[] unit = model == null ? null : Vectors.unit(Vectors.bytes(model.vector(clause)));
        Experts.Said said = experts.of(clause, unit, named, classifiers, at -> true);
        double[] probabilities = rounded(pool.of(said.opinions()));
        List<Candidate> candidates = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Category category : byProbability(probabilities)) {
            double probability = probabilities[category.ordinal()];
            if (candidates.isEmpty() || probability >= WORTH_SHOWING) {
                int room = candidates.isEmpty() ? TERMS : 1;
                candidates.addAll(termsOf(category, probability, said.alike(), room, seen));
            }
        }
        return List.copyOf(candidates);
    }

    /** No more digits than were ever measured, and no certainty. */
    private static double[] rounded(double[] probabilities) {
        return Arrays.stream(probabilities)
                .map(probability -> Math.min(0.99, Math.round(100 * probability) / 100.0))
                .toArray();
    }

    private static List<Category> byProbability(double[] probabilities) {
        return Labelled.CATEGORIES.stream()
                .sorted(Comparator.comparingDouble((Category category) -> -probabilities[category.ordinal()]))
                .toList();
    }

    /** What matched is the nearest wording; where that is a patient's, its term is the nearest one of the category. */
    private List<Candidate> termsOf(
            Category category, double probability, List<NeighbourVotes.Neighbour> alike, int room, Set<String> seen) {
        List<Labelled> ofCategory = alike.stream()
                .map(neighbour -> labelled.get(neighbour.at()))
                .filter(one -> one.category() == category)
                .toList();
        List<Candidate> candidates = new ArrayList<>();
        for (Labelled one : ofCategory) {
            String term = one.term();
            if (term != null && candidates.size() < room && seen.add(term)) {
                String matched = candidates.isEmpty() ? ofCategory.getFirst().text() : one.text();
                candidates.add(new Candidate(term, category, matched, probability));
            }
        }
        return candidates;
    }
}
