package io.dripline.coding.nearest;

import io.dripline.coding.NearestTerms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Opinions on what words say: by their spelling and by their meaning, each from the labelled words nearby and from
 * what a classifier learned of all of them, and that of the rules. Without the model, those by meaning are left out.
 */
final class Experts {

    /** The opinions of rules and of spelling, which come first. */
    static final int BY_SPELLING = RuleOpinion.KINDS + 2;

    static final int ALL = BY_SPELLING + 2;

    private static final int VOTERS = 15;
    private static final int FOUND = 60;
    private static final double MEANING_SHARPNESS = 15;
    private static final double SPELLING_SHARPNESS = 6;
    private static final double MEANING_DOUBT = 0.01;
    private static final double SPELLING_DOUBT = 0.02;

    private static final int WITHOUT_TERM = -1;

    private final LuceneIndex index;
    private final @Nullable Vectors vectors;
    private final int[] labelsOfTerms;
    private final NeighbourVotes byMeaning;
    private final NeighbourVotes bySpelling;

    /** @param vectors of the labelled words in their order; null: without the model */
    Experts(List<Labelled> labelled, LuceneIndex index, @Nullable Vectors vectors) {
        this.index = index;
        this.vectors = vectors;
        this.labelsOfTerms = labelled.stream()
                .mapToInt(one -> one.term() == null ? WITHOUT_TERM : one.label())
                .toArray();
        this.byMeaning = new NeighbourVotes(labelled, MEANING_SHARPNESS, MEANING_DOUBT);
        this.bySpelling = new NeighbourVotes(labelled, SPELLING_SHARPNESS, SPELLING_DOUBT);
    }

    /**
     * @param opinions an array of probabilities for each expert
     * @param alike the labelled words nearby, best first, of each label the nearest at least where the model is on
     */
    record Said(double[][] opinions, List<NeighbourVotes.Neighbour> alike) {}

    /**
     * @param unit the direction of the text's meaning; null: without the model
     * @param named what rules found in some of the words; null: nothing
     * @param allowed which labelled words may be looked at
     */
    Said of(
            String text,
            float @Nullable [] unit,
            NearestTerms.@Nullable Named named,
            Classifiers learned,
            IntPredicate allowed) {
        List<NeighbourVotes.Neighbour> alike = index.nearest(text, FOUND).stream()
                .filter(neighbour -> allowed.test(neighbour.at()))
                .toList();
        List<double[]> opinions = new ArrayList<>(RuleOpinion.of(named));
        opinions.add(learned.spelling().of(TextFeatures.of(text)));
        opinions.add(bySpelling.of(alike.stream().limit(VOTERS).toList()));
        if (unit == null || vectors == null) {
            return new Said(opinions.toArray(double[][]::new), alike);
        }
        float[] roughly = vectors.roughly(unit);
        List<NeighbourVotes.Neighbour> near = vectors.nearest(unit, roughly, VOTERS, allowed);
        opinions.add(byMeaning.of(near));
        opinions.add(learned.meaning().of(SparseVector.dense(scaled(unit))));
        return new Said(opinions.toArray(double[][]::new), nearestOfEach(vectors, unit, roughly, near, allowed));
    }

    /** A category that none of the nearest has is shown by its nearest. */
    private List<NeighbourVotes.Neighbour> nearestOfEach(
            Vectors all, float[] unit, float[] roughly, List<NeighbourVotes.Neighbour> near, IntPredicate allowed) {
        int[] best = new int[Labelled.CATEGORIES.size()];
        Arrays.fill(best, -1);
        for (int at = 0; at < roughly.length; at++) {
            int label = labelsOfTerms[at];
            if (label != WITHOUT_TERM && (best[label] < 0 || roughly[at] > roughly[best[label]]) && allowed.test(at)) {
                best[label] = at;
            }
        }
        List<NeighbourVotes.Neighbour> found = new ArrayList<>(near);
        for (int at : best) {
            if (at >= 0) {
                found.add(new NeighbourVotes.Neighbour(at, all.cosine(unit, at)));
            }
        }
        return found;
    }

    /** The classifier learns at one rate for all; this is how strongly a direction speaks. */
    static float[] scaled(float[] unit) {
        float[] scaled = unit.clone();
        for (int d = 0; d < scaled.length; d++) {
            scaled[d] *= 4;
        }
        return scaled;
    }
}
