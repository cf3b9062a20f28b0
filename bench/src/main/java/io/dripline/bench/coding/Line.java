package io.dripline.bench.coding;

import io.dripline.contracts.coding.Category;
import java.util.Set;

/**
 * Words with their right answer.
 *
 * @param gold the categories of the events that the words state; of a phrase exactly one
 * @param alsoRight of a phrase: other categories that a reasonable coder would accept
 */
record Line(String text, Set<Category> gold, Set<Category> alsoRight) {

    Line {
        gold = Set.copyOf(gold);
        alsoRight = Set.copyOf(alsoRight);
    }

    /** Of a phrase. */
    Category category() {
        return gold.iterator().next();
    }

    boolean accepts(Category coded) {
        return gold.contains(coded) || alsoRight.contains(coded);
    }
}
