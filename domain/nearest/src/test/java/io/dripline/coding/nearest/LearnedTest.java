package io.dripline.coding.nearest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.contracts.coding.Category;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LearnedTest {

    private static final List<Labelled> LABELLED = new ArrayList<>();
    private static byte[][] vectors = {};
    private static byte[] file = {};

    @BeforeAll
    static void learnAFewWords() throws IOException {
        for (Category category : Category.values()) {
            for (String place : List.of("mild", "severe", "sudden", "lasting", "odd", "new")) {
                String text = place + " " + category;
                LABELLED.add(new Labelled(text, category, Set.of(), text.replace(' ', '-')));
            }
        }
        LABELLED.add(new Labelled("went home", null, Set.of(), null));
        vectors = LABELLED.stream()
                .map(one ->
                        Vectors.bytes(new float[] {one.label(), 1, one.text().length() - 10f}))
                .toArray(byte[][]::new);
        file = learned();
    }

    private static byte[] learned() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Learn(LABELLED, vectors, text -> Optional.empty()).from("test", "1").write(out);
        return out.toByteArray();
    }

    @Test
    void theSameWordsGiveTheSameFile() throws IOException {
        assertThat(learned()).isEqualTo(file);
    }

    @Test
    void whatIsWrittenIsRead() {
        Learned read = Learned.read(new ByteArrayInputStream(file), Learned.fingerprint(LABELLED, "test", "1"));

        assertThat(read.vectors()).isDeepEqualTo(vectors);
        assertThat(read.axes()).isDeepEqualTo(LeadingAxes.of(vectors));
        assertThat(read.all().numbers()).hasSize(Experts.ALL + Labelled.LABELS + 2);
    }

    @Test
    void refusesAFileMadeFromOtherWords() {
        String other = Learned.fingerprint(LABELLED.subList(1, LABELLED.size()), "test", "1");

        assertThatThrownBy(() -> Learned.read(new ByteArrayInputStream(file), other))
                .isInstanceOf(BrokenNearestException.class)
                .hasMessageContaining("learned.bin: expected it to be made from the vocabulary of this build");
    }

    @Test
    void refusesAFileMadeWithOtherRules() {
        String other = Learned.fingerprint(LABELLED, "test", "2");

        assertThatThrownBy(() -> Learned.read(new ByteArrayInputStream(file), other))
                .isInstanceOf(BrokenNearestException.class)
                .hasMessageContaining("learned.bin: expected it to be made from the vocabulary of this build");
    }

    @Test
    void refusesAFileThatIsCut() {
        byte[] cut = Arrays.copyOf(file, file.length - 9);

        assertThatThrownBy(
                        () -> Learned.read(new ByteArrayInputStream(cut), Learned.fingerprint(LABELLED, "test", "1")))
                .isInstanceOf(BrokenNearestException.class)
                .hasMessageContaining("learned.bin: expected vectors and weights to its end");
    }

    @Test
    void refusesAFileOfAnotherKind() {
        assertThatThrownBy(() -> Learned.read(new ByteArrayInputStream(new byte[100]), ""))
                .isInstanceOf(BrokenNearestException.class)
                .hasMessageContaining("learned.bin: expected the form");
    }
}
