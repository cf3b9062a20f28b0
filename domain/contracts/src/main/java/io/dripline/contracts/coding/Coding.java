package io.dripline.contracts.coding;

import org.jspecify.annotations.Nullable;

/**
 * One coded term, with the reason it was chosen.
 *
 * @param term term id, e.g. {@code vomiting}
 * @param matched the vocabulary entry that the words matched
 * @param confidence probability in [0, 1] that the term is right
 * @param vocabulary version of the vocabulary, e.g. {@code 2026.11}
 * @param meddra the same in MedDRA; null where no distribution was configured, or where it has no such term
 */
public record Coding(
        String term,
        Category category,
        CodingMethod method,
        String matched,
        double confidence,
        String vocabulary,
        @Nullable MeddraTerm meddra) {

    public Coding {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence: expected 0 to 1, found " + confidence);
        }
    }

    /** Without MedDRA. */
    public Coding(
            String term, Category category, CodingMethod method, String matched, double confidence, String vocabulary) {
        this(term, category, method, matched, confidence, vocabulary, null);
    }

    /** The same coding, with what it is in MedDRA. */
    public Coding with(@Nullable MeddraTerm meddra) {
        return new Coding(term, category, method, matched, confidence, vocabulary, meddra);
    }
}
