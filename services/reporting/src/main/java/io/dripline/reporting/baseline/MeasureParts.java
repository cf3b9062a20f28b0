package io.dripline.reporting.baseline;

import io.dripline.contracts.incidence.DefinedMeasure;
import io.dripline.contracts.incidence.Measures;
import io.dripline.reporting.incidence.CountedTerms;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which measures count a part of what another counts: an exposure that counts for the part counts for the whole too. */
final class MeasureParts {

    private static final Set<String> WITHOUT_TERMS = Set.of(Measures.ANY, Measures.SERIOUS);

    /** The terms of each category and of each named union. */
    private final Map<String, Set<String>> terms = new HashMap<>();

    private MeasureParts() {}

    /** By the vocabulary and the unions that ship with this build. */
    static MeasureParts standard() {
        MeasureParts parts = new MeasureParts();
        CountedTerms.shipped()
                .categories()
                .forEach((term, category) -> parts.terms
                        .computeIfAbsent(category.name(), name -> new HashSet<>())
                        .add(term));
        for (DefinedMeasure union : Measures.standard().defined()) {
            parts.terms.put(union.id(), Set.copyOf(union.terms()));
        }
        return parts;
    }

    /** Whether it counts the same, or a part of it. */
    boolean isWithin(String measure, String whole) {
        if (measure.equals(whole) || whole.equals(Measures.ANY)) {
            return true;
        }
        return !WITHOUT_TERMS.contains(measure) && of(whole).containsAll(of(measure));
    }

    private Set<String> of(String measure) {
        return terms.getOrDefault(measure, Set.of(measure));
    }
}
