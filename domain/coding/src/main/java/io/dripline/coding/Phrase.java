package io.dripline.coding;

import io.dripline.contracts.coding.Category;

/**
 * A wording and what it stands for.
 *
 * @param term term id
 * @param text the wording as the vocabulary has it, e.g. {@code walls were breathing}
 */
public record Phrase(String term, Category category, String text) {}
