package io.dripline.coding.nearest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Four opinions on what words say: by their spelling and by their meaning, each from the labelled words nearby and from
 * what a classifier learned of all of them. Without the model, the two by spelling are left.
 */
final class Experts {

    /** The opinions by spelling alone, then those by spelling and meaning. */
    static final int BY_SPELLING = 2;

    static final int ALL = 4;

    private static final int VOTERS = 15;
    private static final int FOUND = 60;
    private static final double MEANING_SHARPNESS = 15;
    private static final double SPELLING_SHARPNESS = 6;
    private static final double MEANING_DOUBT = 0.01;
    private static final double SPELLING_DOUBT = 0.02;

    private final List<Labelled> labelled;
    private final LuceneIndex index;
    private final @Nullable Vectors vectors;
    private final NeighbourVotes byMeaning;
    private final NeighbourVotes bySpelling;

    /** @param vectors of the labelled words in their order; null: without the model */
    Experts(List<Labelled> labelled, LuceneIndex index, @Nullable Vectors vectors) {
        this.labelled = labelled;
        this.index = index;
        this.vectors = vectors;
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
     * @param allowed which labelled words may be looked at
     */
    Said of(String text, float @Nullable [] unit, Classifiers learned, IntPredicate allowed) {
        List<NeighbourVotes.Neighbour> alike = index.nearest(text, FOUND).stream()
                .filter(neighbour -> allowed.test(neighbour.at()))
                .toList();
        double[] spellingVotes = bySpelling.of(alike.stream().limit(VOTERS).toList());
        double[] spelling = learned.spelling().of(TextFeatures.of(text));
        if (unit == null || vectors == null) {
            return new Said(new double[][] {spelling, spellingVotes}, alike);
        }
        float[] cosines = vectors.cosines(unit);
        List<NeighbourVotes.Neighbour> near = Nearby.highest(cosines, VOTERS, allowed);
        return new Said(
                new double[][] {
                    spelling,
                    spellingVotes,
                    byMeaning.of(near),
                    learned.meaning().of(SparseVector.dense(scaled(unit)))
                },
                nearestOfEach(cosines, near, allowed));
    }

    /** A category that none of the nearest has is shown by its nearest. */
    private List<NeighbourVotes.Neighbour> nearestOfEach(
            float[] cosines, List<NeighbourVotes.Neighbour> near, IntPredicate allowed) {
        int[] best = new int[Labelled.CATEGORIES.size()];
        Arrays.fill(best, -1);
        for (int at = 0; at < cosines.length; at++) {
            Labelled one = labelled.get(at);
            if (one.term() != null
                    && (best[one.label()] < 0 || cosines[at] > cosines[best[one.label()]])
                    && allowed.test(at)) {
                best[one.label()] = at;
            }
        }
        List<NeighbourVotes.Neighbour> all = new ArrayList<>(near);
        for (int at : best) {
            if (at >= 0) {
                all.add(new NeighbourVotes.Neighbour(at, cosines[at]));
            }
        }
        return all;
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
