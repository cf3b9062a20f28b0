package io.dripline.coding.nearest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.coding.Candidate;
import io.dripline.coding.NearestTerms;
import io.dripline.coding.Vocabulary;
import io.dripline.contracts.coding.Category;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestTest {

    private static final Vocabulary VOCABULARY = Vocabulary.standard();
    private static final NearestTerms WITH_MODEL = Nearest.withModel(VOCABULARY);
    private static final NearestTerms WITHOUT_MODEL = Nearest.withoutModel(VOCABULARY);

    @ParameterizedTest
    @CsvSource({
        "my skin and eyes went yellow, HEPATIC",
        "couldn't hold my pee, UROGENITAL",
        "heart skipping beats all evening, CARDIOVASCULAR",
        "saw little green men dancing, CNS",
        "stomach churning and heaving, GI",
        "calf muscles cramping, OTHER"
    })
    void meaningFindsWhatNoWordingHas(String words, Category category) {
        assertThat(WITH_MODEL.of(words).getFirst().category()).isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource({"terrible hedache, CNS", "kidny failure, UROGENITAL", "hepatic enzyms elevated, HEPATIC"})
    void spellingAloneFindsMisspeltWords(String words, Category category) {
        assertThat(WITHOUT_MODEL.of(words).getFirst().category()).isEqualTo(category);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "???", "12 / 3", "\uD83D\uDE00\uD83D\uDE00", "--"})
    void findsNothingWhereThereAreNoWords(String words) {
        assertThat(WITH_MODEL.of(words)).isEmpty();
        assertThat(WITHOUT_MODEL.of(words)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"discharged home with her sister", "tolerated the infusion very well", "cannula sited right arm"
            })
    void takesCareAndCourseForNoEvent(String words) {
        assertThat(WITH_MODEL.of(words)).allMatch(candidate -> candidate.confidence() < 0.5);
    }

    @Test
    void anyLengthAndScriptIsAnswered() {
        for (String words : List.of("pain ".repeat(20_000), "a".repeat(100_000), "头痛", "<b>nausea</b>")) {
            assertThat(WITH_MODEL.of(words))
                    .allMatch(candidate -> VOCABULARY.find(candidate.term()).isPresent());
        }
    }

    @Test
    void theBestComesFirstAndTermsOfOneCategoryAreAsProbable() {
        List<Candidate> candidates = WITH_MODEL.of("numb and dizzy");

        assertThat(candidates).extracting(Candidate::confidence).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        Map<Category, Double> ofCategory = new HashMap<>();
        for (Candidate candidate : candidates) {
            assertThat(ofCategory.computeIfAbsent(candidate.category(), c -> candidate.confidence()))
                    .isEqualTo(candidate.confidence());
        }
    }

    @Test
    void manyThreadsGetTheSameAnswers() {
        List<String> words = Stream.of("legs like jelly", "burning when I pee", "ringing", "rash on arm")
                .flatMap(text -> Stream.of(text, text + " today"))
                .toList();
        List<List<Candidate>> one = words.stream().map(WITH_MODEL::of).toList();

        assertThat(words.parallelStream().map(WITH_MODEL::of).toList()).isEqualTo(one);
    }
}
