package io.dripline.coding;

import java.util.List;

/** Says which terms words are near to that no wording of the vocabulary matches. Implementations are thread-safe. */
@FunctionalInterface
public interface NearestTerms {

    /**
     * The terms that the clause may mean, best first; the confidence of each is the calibrated probability that its
     * CATEGORY is right, on condition that the clause reports an event at all. Terms of one category carry the same
     * probability. Empty only where the clause has no letters.
     *
     * @param clause the words of one event, as they were written
     */
    List<Candidate> of(String clause);
}
