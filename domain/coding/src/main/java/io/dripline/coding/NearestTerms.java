package io.dripline.coding;

import io.dripline.contracts.coding.Category;
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

    /**
     * The same where rules found a term in some of the words: one more opinion, to be weighed with the others.
     *
     * @param named what they found
     */
    default List<Candidate> of(String clause, Named named) {
        return of(clause);
    }

    /**
     * What rules found in a clause.
     *
     * @param category that of the term
     * @param read how many words name the term, at least 1
     * @param unread how many words nothing explains
     */
    record Named(Category category, int read, int unread) {

        public Named {
            if (read < 1 || unread < 0) {
                throw new IllegalArgumentException(
                        "named: expected words read and none or more unread, found " + read + " and " + unread);
            }
        }
    }
}
