package io.dripline.coding;

import java.util.List;

/**
 * A term as OAE or SYMP states it.
 *
 * @param parents names of the broader terms; a name that no term of the source has is a root
 * @param synonyms other wordings that the source itself calls equal
 */
record SourceTerm(String name, List<String> parents, List<String> synonyms) {}
