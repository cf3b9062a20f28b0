package io.dripline.coding;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.coding.Category;
import io.dripline.contracts.coding.Coding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Run with {@code -Dpolicy.page=write} to write the page instead of comparing it. */
class PolicyPageTest {

    private static final Path PAGE = Path.of("../../docs/coding-policy.md");
    private static final CodeWords CODE_WORDS = new CodeWords(Vocabulary.standard());

    @Test
    void isWrittenFromTheVocabulary() throws IOException {
        String page = PolicyPage.of(
                VocabularyFile.shipped("lexicon.tsv"),
                VocabularyFile.shipped("categories.tsv"),
                VocabularyFile.shipped("treated.tsv"));

        if ("write".equals(System.getProperty("policy.page"))) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE)
                .as("docs/coding-policy.md; write it anew with -Dpolicy.page=write")
                .hasContent(page);
    }

    /** The borderline words that the page decides are coded so, and stand among its borderline terms. */
    @ParameterizedTest
    @CsvSource({
        "fatigue, OTHER",
        "hot flush, CARDIOVASCULAR",
        "paraesthesia, CNS",
        "syncope, CNS",
        "tinnitus, CNS",
        "metallic taste, CNS",
        "loss of libido, CNS",
        "loss of appetite, OTHER",
        "vertigo, CNS",
        "blurred vision, CNS",
        "double vision, CNS",
        "chest pain, CARDIOVASCULAR",
        "weakness, OTHER",
        "dark urine, UROGENITAL",
    })
    void decidesABorderlineWord(String words, Category category) throws IOException {
        CodingResult result = CODE_WORDS.code(words);

        Coding coding = Objects.requireNonNull(result.events().getFirst().coding());
        assertThat(coding.category()).isEqualTo(category);
        assertThat(Files.readString(PAGE)).contains("`%s` | %s | ".formatted(coding.term(), category));
    }
}
