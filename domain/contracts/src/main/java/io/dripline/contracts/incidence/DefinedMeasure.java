package io.dripline.contracts.incidence;

import java.util.List;

/**
 * A named, versioned union of terms.
 *
 * @param version grows when the terms change, which calls for a new generation
 * @param terms term ids, at least one
 */
public record DefinedMeasure(String id, int version, String name, List<String> terms) {

    public DefinedMeasure {
        if (id.isBlank() || terms.isEmpty() || terms.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "expected a measure with an id and terms, found '%s' %s".formatted(id, terms));
        }
        terms = List.copyOf(terms);
    }
}
