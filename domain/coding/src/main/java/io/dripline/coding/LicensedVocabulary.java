package io.dripline.coding;

import io.dripline.contracts.coding.Category;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an installation's own licence adds to the vocabulary; nothing of it ships.
 *
 * @param version names release and content, e.g. {@code meddra-27.1-0a1b2c3d}: another content is another version
 * @param terms in a fixed order: of two wordings that differ in their endings alone the first is taken
 * @param stated by class code, where the operator says that its terms belong; empty: they are coded as nothing. What is
 *     not stated is decided by {@link ClassPlace}
 */
public record LicensedVocabulary(String version, List<LicensedTerm> terms, Map<Integer, Optional<Category>> stated) {

    public LicensedVocabulary {
        terms = List.copyOf(terms);
        stated = Map.copyOf(stated);
    }
}
