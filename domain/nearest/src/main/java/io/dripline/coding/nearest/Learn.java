package io.dripline.coding.nearest;

import io.dripline.coding.NearestTerms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Learns of labelled words what {@link Nearest} needs; the same words and vectors give the same result. */
final class Learn {

    /** Each fifth of the terms is judged by what was learned of the other four. */
    private static final int FOLDS = 5;

    private final List<Labelled> labelled;
    private final byte[][] vectors;
    private final float[][] axes;
    private final List<float[]> units;
    private final Function<String, Optional<NearestTerms.Named>> rules;
    private final double[] weights;
    private String unseen = "";

    /**
     * @param vectors of the labelled words in their order
     * @param rules what rules find in some of the words of a text
     */
    Learn(List<Labelled> labelled, byte[][] vectors, Function<String, Optional<NearestTerms.Named>> rules) {
        this.rules = rules;
        this.labelled = labelled;
        this.vectors = vectors;
        this.axes = LeadingAxes.of(vectors);
        this.units = IntStream.range(0, vectors.length)
                .mapToObj(i -> Vectors.unit(vectors[i]))
                .toList();
        this.weights = weights(labelled);
    }

    /**
     * @param model name of what made the vectors
     * @param vocabulary version of the rules and cues that say what they find
     */
    Learned from(String model, String vocabulary) {
        List<Pool.Case> cases = cases();
        List<Pool.Case> bySpelling = cases.stream()
                .map(one ->
                        new Pool.Case(Arrays.copyOf(one.opinions(), Experts.BY_SPELLING), one.truth(), one.weight()))
                .toList();
        Pool spelling = Pool.learn(bySpelling);
        Pool all = Pool.learn(cases);
        unseen =
                "category right of the vocabulary's terms left out: %.3f, by spelling alone %.3f; of all wordings left out 97 %% are right from a probability of %.2f on, by spelling alone %.2f"
                        .formatted(
                                accuracy(all, cases),
                                accuracy(spelling, bySpelling),
                                lowest(all, cases),
                                lowest(spelling, bySpelling));
        return new Learned(
                Learned.fingerprint(labelled, model, vocabulary), vectors, axes, classifiers(i -> true), spelling, all);
    }

    /** How often the category was right of terms whose wordings had all been left out; empty before {@link #from}. */
    String unseen() {
        return unseen;
    }

    private static double accuracy(Pool pool, List<Pool.Case> cases) {
        return cases.stream()
                .filter(one -> one.truth().term() != null)
                .mapToInt(one -> one.truth().accepts(Pool.winner(pool.of(one.opinions()))) ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private static double lowest(Pool pool, List<Pool.Case> cases) {
        for (double threshold = 0; threshold < 1; threshold += 0.01) {
            double right = 0;
            double coded = 0;
            for (Pool.Case one : cases) {
                double[] probabilities = pool.of(one.opinions());
                int winner = Pool.winner(probabilities);
                if (winner != Labelled.NO_EVENT && probabilities[winner] >= threshold) {
                    coded += one.weight();
                    right += one.truth().accepts(winner) ? one.weight() : 0;
                }
            }
            if (right >= 0.97 * coded) {
                return threshold;
            }
        }
        return 1;
    }

    /** The experts' opinions on all labelled words, each without the wordings of its own term. */
    private List<Pool.Case> cases() {
        Experts experts = new Experts(labelled, new LuceneIndex(labelled), Vectors.of(vectors, axes));
        int[] folds = labelled.stream()
                .mapToInt(one -> Math.floorMod((one.group().hashCode() * 0x9E3779B9) >>> 7, FOLDS))
                .toArray();
        List<Pool.Case> cases = new ArrayList<>(labelled.size());
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            Classifiers classifiers = classifiers(i -> folds[i] != left);
            for (int i = 0; i < folds.length; i++) {
                if (folds[i] == left) {
                    Labelled one = labelled.get(i);
                    Experts.Said said =
                            experts.of(one.text(), units.get(i), named(one), classifiers, at -> folds[at] != left);
                    cases.add(new Pool.Case(said.opinions(), one, weights[i]));
                }
            }
        }
        return cases;
    }

    /** Rules know the vocabulary's own wordings by heart, so what they say of those teaches nothing. */
    private NearestTerms.@Nullable Named named(Labelled one) {
        return one.term() == null ? rules.apply(one.text()).orElse(null) : null;
    }

    /**
     * Patients' words together count as much as the vocabularies, which are more. Among them the words of a label that has
     * few count more than those of one that has many, by the root: the next medicine's patients will speak of other systems.
     */
    private static double[] weights(List<Labelled> labelled) {
        double[] ofLabel = new double[Labelled.LABELS];
        double terms = 0;
        for (Labelled one : labelled) {
            if (one.term() == null) {
                ofLabel[one.label()]++;
            } else {
                terms++;
            }
        }
        double roots = Arrays.stream(ofLabel).map(Math::sqrt).sum();
        double ofTerm = 1 / Math.max(1, terms);
        return labelled.stream()
                .mapToDouble(one -> one.term() == null ? 1 / (Math.sqrt(ofLabel[one.label()]) * roots) : ofTerm)
                .toArray();
    }

    private Classifiers classifiers(IntPredicate allowed) {
        int[] chosen = IntStream.range(0, labelled.size()).filter(allowed).toArray();
        return Classifiers.learn(
                IntStream.of(chosen).mapToObj(labelled::get).toList(),
                IntStream.of(chosen).mapToObj(units::get).toList(),
                vectors[0].length);
    }
}
