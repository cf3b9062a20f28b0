package io.dripline.coding;

import io.dripline.contracts.coding.Category;
import java.util.Set;

/**
 * What a patient wrote, and the system it belongs to; which term it names is not stated.
 *
 * @param text the words as they were written, e.g. {@code hair falling out}
 * @param alsoRight other categories that a reasonable coder would accept
 */
public record LayPhrase(String text, Category category, Set<Category> alsoRight) {

    public LayPhrase {
        alsoRight = Set.copyOf(alsoRight);
        if (alsoRight.contains(category)) {
            throw new IllegalArgumentException("alsoRight: expected categories other than " + category);
        }
    }

    /** Whether coding the words with this category is right. */
    public boolean accepts(Category coded) {
        return coded == category || alsoRight.contains(coded);
    }
}
