package io.dripline.classification.cohort;

import io.dripline.coding.Term;
import io.dripline.coding.Vocabulary;
import io.dripline.contracts.coding.Category;
import io.dripline.contracts.incidence.DefinedMeasure;
import io.dripline.contracts.incidence.Measures;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be counted here. */
@Singleton
public class KnownMeasures {

    /** What a parameter that names one is told. */
    public static final String EXPECTED = "ANY, SERIOUS, a category, or the id of a measure or of a term";

    private final Vocabulary vocabulary;
    private final Set<String> defined;

    KnownMeasures(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.defined =
                Measures.standard().defined().stream().map(DefinedMeasure::id).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The same text, if it names a measure.
     *
     * @throws IllegalArgumentException if it names none
     */
    public String require(String text) {
        if (!isMeasure(text)) {
            throw new IllegalArgumentException("measure");
        }
        return text;
    }

    private boolean isMeasure(String text) {
        return text.equals(Measures.ANY)
                || text.equals(Measures.SERIOUS)
                || Arrays.stream(Category.values())
                        .anyMatch(category -> category.name().equals(text))
                || defined.contains(text)
                || vocabulary.find(text).map(Term::category).isPresent();
    }
}
