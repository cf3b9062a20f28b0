package io.dripline.coding.meddra;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.coding.CodeWords;
import io.dripline.coding.CodedText;
import io.dripline.coding.LicensedVocabulary;
import io.dripline.coding.Term;
import io.dripline.coding.Vocabulary;
import io.dripline.contracts.coding.MeddraTerm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As many terms as a real distribution has: 27 classes, 24,000 preferred terms, 80,000 lowest-level terms. */
class RealisticSizeTest {

    private static final int CLASSES = 27;
    private static final int TERMS = 24_000;
    private static final int WORDINGS = 80_000;

    private final Random random = new Random(20_261_122);
    private final List<String> words = new ArrayList<>();

    @TempDir
    private Path directory;

    @Test
    void everyTermIsReadAndFound() {
        String wording = write();

        LicensedVocabulary licensed = ReadMeddra.from(directory, null);
        Vocabulary vocabulary = Vocabulary.with(licensed);

        assertThat(licensed.terms()).hasSize(TERMS);
        assertThat(licensed.terms().stream()
                        .mapToInt(term -> term.wordings().size())
                        .sum())
                .isEqualTo(WORDINGS);
        assertThat(vocabulary.terms())
                .filteredOn(term -> term.source() == Term.Source.MEDDRA)
                .hasSize(TERMS);
        assertThat(new CodeWords(vocabulary).code(wording).events())
                .extracting(CodedText::coding)
                .filteredOn(Objects::nonNull)
                .extracting("meddra")
                .extracting(meddra -> ((MeddraTerm) meddra).soc())
                .containsExactly("Invented class 7");
    }

    /** Names of one to six of 20,000 invented words; returns a wording of class 7. */
    private String write() {
        InventedDistribution invented = new InventedDistribution();
        for (int i = 0; i < 20_000; i++) {
            words.add(word());
        }
        for (int soc = 0; soc < CLASSES; soc++) {
            invented.soc(soc, "Invented class " + soc);
            invented.add("dripline-categories.tsv", (90_000_000 + soc) + "\tOTHER\tinvented");
        }
        String last = "";
        int left = WORDINGS - TERMS;
        for (int term = 0; term < TERMS; term++) {
            int others = left / (TERMS - term);
            left -= others;
            String[] names = new String[others];
            for (int i = 0; i < others; i++) {
                names[i] = name();
            }
            int soc = term % CLASSES;
            int code = invented.pt(soc, name(), names);
            invented.hierarchy(code, (soc + 1) % CLASSES, "Secondary", "N");
            last = soc == 7 && others > 0 ? names[0] : last;
        }
        invented.in(directory);
        return last;
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        int length = 1 + random.nextInt(6);
        for (int i = 0; i < length; i++) {
            name.append(i == 0 ? "" : " ").append(words.get(random.nextInt(words.size())));
        }
        return name.toString();
    }

    private String word() {
        StringBuilder word = new StringBuilder("zz");
        int length = 4 + random.nextInt(8);
        for (int i = 0; i < length; i++) {
            word.append((i % 2 == 0 ? "aeiou" : "bdgklmnprtvz").charAt(random.nextInt(i % 2 == 0 ? 5 : 12)));
        }
        return word.toString();
    }
}
