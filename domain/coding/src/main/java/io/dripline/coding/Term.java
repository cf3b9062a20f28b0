package io.dripline.coding;

import io.dripline.contracts.coding.Category;
import org.jspecify.annotations.Nullable;

/**
 * A vocabulary term.
 *
 * @param id lower-case words joined by hyphens, e.g. {@code blurred-vision}; stable, it names counts
 * @param category null: no line of the policy says where the term belongs, so nothing is coded with it
 * @param source the vocabulary that names it
 */
public record Term(String id, String name, @Nullable Category category, Source source) {

    /** Where a term comes from. */
    public enum Source {
        /** The project's own lexicon of ketamine and clinic words. */
        LEXICON,
        /** Ontology of Adverse Events. */
        OAE,
        /** Symptom Ontology. */
        SYMP,
        /** A licensee's own MedDRA distribution. */
        MEDDRA
    }

    public Term {
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException(
                    "id: expected lower-case words joined by hyphens, found '%s'".formatted(id));
        }
    }
}
