package io.dripline.reporting.incidence;

import io.dripline.contracts.coding.Category;
import io.dripline.contracts.incidence.DefinedMeasure;
import io.dripline.contracts.incidence.Measures;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * What incidence can be asked for, so that a measure that is mistyped is not answered as one that never happened: ANY,
 * SERIOUS, the categories, the named unions, and every term that words can be coded with. The vocabulary says those:
 * what was counted so far would refuse a term until its first event. What was counted is known too, for the service
 * that codes may run a newer vocabulary than this one.
 */
@Startup
@Singleton
class KnownMeasures {

    static final String EXPECTED = "ANY, SERIOUS, one of %s, or the id of a measure (GET /api/measures) or of a term"
            .formatted(String.join(", ", categories()));

    private final Set<String> shipped = new HashSet<>();
    private final Map<String, List<String>> terms = new HashMap<>();
    private final Jdbi jdbi;

    KnownMeasures(Jdbi jdbi) {
        this.jdbi = jdbi;
        shipped.add(Measures.ANY);
        shipped.add(Measures.SERIOUS);
        shipped.addAll(categories());
        Measures.standard().defined().stream().map(DefinedMeasure::id).forEach(shipped::add);
        CountedTerms.shipped().categories().forEach((term, category) -> {
            shipped.add(term);
            Stream.of(Measures.ANY, category.name())
                    .forEach(measure -> terms.computeIfAbsent(measure, m -> new ArrayList<>())
                            .add(term));
        });
        Measures.standard().defined().forEach(measure -> terms.put(measure.id(), measure.terms()));
    }

    /** The terms of which a measure is the union; empty for a term, and for what terms do not make. */
    List<String> termsOf(String measure) {
        return List.copyOf(terms.getOrDefault(measure, List.of()));
    }

    boolean knows(String measure) {
        return shipped.contains(measure) || wasCounted(measure);
    }

    private boolean wasCounted(String measure) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select exists (select from rollup_measure where measure = :measure)")
                        .bind("measure", measure)
                        .mapTo(Boolean.class)
                        .one());
    }

    private static List<String> categories() {
        return Arrays.stream(Category.values()).map(Category::name).toList();
    }
}
