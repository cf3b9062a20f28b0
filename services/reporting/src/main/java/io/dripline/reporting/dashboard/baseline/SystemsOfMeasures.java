package io.dripline.reporting.dashboard.baseline;

import io.dripline.contracts.coding.Category;
import io.dripline.contracts.incidence.Measures;
import io.dripline.reporting.incidence.CountedTerms;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** To which system a measure belongs: itself, that of a term, or that of all terms of a union. */
@Singleton
class SystemsOfMeasures {

    private final Map<String, Category> systems = new HashMap<>();

    SystemsOfMeasures() {
        for (Category category : Category.values()) {
            systems.put(category.name(), category);
        }
        systems.putAll(CountedTerms.shipped().categories());
        Measures.standard().defined().forEach(union -> {
            List<Category> all = union.terms().stream()
                    .map(systems::get)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            if (all.size() == 1) {
                systems.put(union.id(), all.getFirst());
            }
        });
    }

    /** Null where it counts several systems, as ANY does. */
    @Nullable
    Category of(String measure) {
        return systems.get(measure);
    }
}
