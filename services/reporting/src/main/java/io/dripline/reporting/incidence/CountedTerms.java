package io.dripline.reporting.incidence;

import io.dripline.coding.Vocabulary;
import io.dripline.contracts.coding.Category;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The terms that events can be counted by, of the vocabulary that ships with this build. That is large and slow to read, and nothing
 * else of it is needed here: it is read once and let go.
 */
public final class CountedTerms {

    private static final class Shipped {

        private static final CountedTerms TERMS = new CountedTerms(Vocabulary.standard());
    }

    private final Map<String, Category> categories = new TreeMap<>();

    private CountedTerms(Vocabulary vocabulary) {
        vocabulary.terms().forEach(term -> {
            // Nothing is coded with a term that has no category, so it can never be counted.
            if (term.category() != null) {
                categories.put(term.id(), term.category());
            }
        });
    }

    public static CountedTerms shipped() {
        return Shipped.TERMS;
    }

    /** The category of each term by its id, in the order of the ids. */
    public Map<String, Category> categories() {
        return Collections.unmodifiableMap(categories);
    }
}
