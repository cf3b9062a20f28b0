package io.dripline.coding;

import io.dripline.contracts.coding.Category;

/**
 * A term that words awaiting review may mean.
 *
 * @param term term id
 * @param matched the vocabulary entry it was found by
 * @param confidence in [0, 1]: the probability that the category is right; where no nearest terms were asked, the share of words in common
 */
public record Candidate(String term, Category category, String matched, double confidence) {

    public Candidate {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence: expected 0 to 1, found " + confidence);
        }
    }
}
