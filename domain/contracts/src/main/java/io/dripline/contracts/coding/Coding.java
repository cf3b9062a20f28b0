package io.dripline.contracts.coding;

/**
 * One coded term, with the reason it was chosen.
 *
 * @param term term id, e.g. {@code vomiting}
 * @param matched the vocabulary entry that the words matched
 * @param confidence probability in [0, 1] that the term is right
 * @param vocabulary version of the vocabulary, e.g. {@code 2026.11}
 */
public record Coding(
        String term, Category category, CodingMethod method, String matched, double confidence, String vocabulary) {

    public Coding {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence: expected 0 to 1, found " + confidence);
        }
    }
}
