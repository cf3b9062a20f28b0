package io.dripline.coding;

import io.dripline.contracts.coding.Coding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event found in a report.
 *
 * @param text the words that state it, as they were written
 * @param coding null: awaits review
 * @param candidates for a person to choose from, best first; empty when coded
 */
public record CodedText(String text, @Nullable Coding coding, List<Candidate> candidates) {

    public CodedText {
        candidates = List.copyOf(candidates);
    }

    /** Whether a person must say what the words mean. */
    public boolean awaitsReview() {
        return coding == null;
    }
}
