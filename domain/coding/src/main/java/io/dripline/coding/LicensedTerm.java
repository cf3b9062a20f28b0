package io.dripline.coding;

import io.dripline.contracts.coding.MeddraTerm;
import java.util.List;

/**
 * A preferred term of a licensed vocabulary.
 *
 * @param wordings the names of its current lowest-level terms
 */
public record LicensedTerm(MeddraTerm term, List<String> wordings) {

    public LicensedTerm {
        wordings = List.copyOf(wordings);
    }
}
