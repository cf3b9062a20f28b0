package io.dripline.coding.nearest;

import java.util.List;

/**
 * What was learned of the labelled words.
 *
 * @param spelling over {@link TextFeatures}
 * @param meaning over the dimensions of the model's vectors
 */
record Classifiers(SoftmaxClassifier spelling, SoftmaxClassifier meaning) {

    private static final int SPELLING_EPOCHS = 15;
    private static final double SPELLING_RATE = 0.3;
    private static final int MEANING_EPOCHS = 10;
    private static final double MEANING_RATE = 0.05;
    private static final double MEANING_DECAY = 1e-4;

    static Classifiers learn(List<Labelled> labelled, List<float[]> units, int dimensions) {
        int[] labels = labelled.stream().mapToInt(Labelled::label).toArray();
        List<SparseVector> spelling =
                labelled.stream().map(one -> TextFeatures.of(one.text())).toList();
        List<SparseVector> meaning = units.stream()
                .map(unit -> SparseVector.dense(Experts.scaled(unit)))
                .toList();
        return new Classifiers(
                SoftmaxClassifier.learn(spelling, labels, TextFeatures.BUCKETS, SPELLING_EPOCHS, SPELLING_RATE, 0),
                SoftmaxClassifier.learn(meaning, labels, dimensions, MEANING_EPOCHS, MEANING_RATE, MEANING_DECAY));
    }
}
