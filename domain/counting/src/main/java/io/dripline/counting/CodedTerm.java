package io.dripline.counting;

import io.dripline.contracts.coding.Category;
import java.util.Comparator;

/** A term that was found in a reporter's words, with the category that it counts for. */
public record CodedTerm(Category category, String term) implements Comparable<CodedTerm> {

    private static final Comparator<CodedTerm> ORDER =
            Comparator.comparing(CodedTerm::category).thenComparing(CodedTerm::term);

    public CodedTerm {
        if (category == null || term == null || term.isBlank()) {
            throw new IllegalArgumentException("coding: expected a category and a term, found one of them missing");
        }
    }

    @Override
    public int compareTo(CodedTerm other) {
        return ORDER.compare(this, other);
    }
}
