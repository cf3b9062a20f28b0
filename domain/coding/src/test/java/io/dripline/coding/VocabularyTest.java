package io.dripline.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.contracts.coding.Category;
import io.dripline.contracts.incidence.DefinedMeasure;
import io.dripline.contracts.incidence.Measures;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {

    private static final Vocabulary VOCABULARY = Vocabulary.standard();

    /** A union that names a term which nothing is coded with would count too little for ever. */
    @Test
    void hasEveryTermThatAMeasureUnites() {
        assertThat(Measures.standard().defined())
                .isNotEmpty()
                .flatExtracting(DefinedMeasure::terms)
                .allSatisfy(id -> assertThat(VOCABULARY.find(id))
                        .as(id)
                        .hasValueSatisfying(term -> assertThat(term.category()).isNotNull()));
    }

    @ParameterizedTest
    @CsvSource({
        "fatigue, OTHER",
        "tiredness, OTHER",
        "hot-flush, CARDIOVASCULAR",
        "paraesthesia, CNS",
        "syncope, CNS",
        "tinnitus, CNS",
        "taste-disturbance, CNS",
        "decreased-libido, CNS",
        "loss-of-appetite, OTHER",
        "vertigo, CNS",
        "blurred-vision, CNS",
        "double-vision, CNS",
        "headache, CNS",
        "abdominal-pain, GI",
        "chest-pain, CARDIOVASCULAR",
        "lethargy, OTHER",
        "pain, OTHER",
        "dysuria, UROGENITAL",
        "jaundice, HEPATIC",
        "lung-neoplasm, OTHER",
        "renal-dysfunction, UROGENITAL",
        "ventricular-fibrillation, CARDIOVASCULAR",
        "tachyphrenia, CNS",
        "conjunctivitis, OTHER",
        "liver-disorder, HEPATIC",
    })
    void placesBorderlineAndBroadTermsByThePolicy(String id, Category category) {
        assertThat(VOCABULARY.find(id))
                .as(id)
                .hasValueSatisfying(term -> assertThat(term.category()).isEqualTo(category));
    }

    @ParameterizedTest
    @CsvSource({"blood-pressure", "nervous-system", "symptom", "digestive-system-symptom", "afebrile"})
    void placesNoTermThatNamesNoEvent(String id) {
        assertThat(VOCABULARY.find(id))
                .hasValueSatisfying(term -> assertThat(term.category()).isNull());
    }

    @Test
    void placesAlmostEveryTerm() {
        long unplaced = VOCABULARY.terms().stream()
                .filter(term -> term.category() == null)
                .count();

        assertThat(VOCABULARY.terms()).hasSizeGreaterThan(5_500);
        assertThat(unplaced).isLessThan(250);
    }

    /** What is kept under one id must not be offered under a second one that only differs in spelling. */
    @Test
    void joinsTheSourcesByName() {
        assertThat(VOCABULARY.find("hallucinations")).isEmpty();
        assertThat(VOCABULARY.find("vision-blurred")).isEmpty();
        assertThat(VOCABULARY.find("diarrhea")).isEmpty();
    }

    @Test
    void findsTermsByHowTheyBegin() {
        assertThat(VOCABULARY.startingWith("Blurred v", 10))
                .extracting(Term::id)
                .contains("blurred-vision");
        assertThat(VOCABULARY.startingWith("dys", 3)).hasSize(3);
        assertThat(VOCABULARY.startingWith("qqq", 3)).isEmpty();
        assertThatThrownBy(() -> VOCABULARY.startingWith("a", 0)).hasMessageContaining("limit");
    }

    @Test
    void skipsObsoleteTermsOfSymp() {
        assertThat(VOCABULARY.terms()).noneMatch(term -> term.id().startsWith("obsolete"));
        assertThat(VOCABULARY.terms())
                .allMatch(term -> Objects.equals(VOCABULARY.find(term.id()).orElseThrow(), term));
    }
}
