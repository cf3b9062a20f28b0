package io.dripline.coding.nearest;

import java.util.List;

/** What the labelled words nearest to some words say about them. */
final class NeighbourVotes {

    /**
     * A labelled wording that is near.
     *
     * @param at its place among the labelled words
     * @param likeness at most 1: the same
     */
    record Neighbour(int at, double likeness) {}

    private final List<Labelled> labelled;
    private final double sharpness;
    private final double doubt;

    /**
     * @param sharpness how much faster a vote loses weight than its likeness
     * @param doubt the vote that every label has from the start: with nothing near, all are alike
     */
    NeighbourVotes(List<Labelled> labelled, double sharpness, double doubt) {
        this.labelled = labelled;
        this.sharpness = sharpness;
        this.doubt = doubt;
    }

    /** The share of each label in the votes. */
    double[] of(List<Neighbour> neighbours) {
        double[] votes = new double[SoftmaxClassifier.CLASSES];
        double sum = 0;
        for (int c = 0; c < votes.length; c++) {
            votes[c] = doubt;
            sum += doubt;
        }
        for (Neighbour neighbour : neighbours) {
            double vote = Math.exp(sharpness * (neighbour.likeness() - 1));
            votes[labelled.get(neighbour.at()).label()] += vote;
            sum += vote;
        }
        for (int c = 0; c < votes.length; c++) {
            votes[c] /= sum;
        }
        return votes;
    }
}
