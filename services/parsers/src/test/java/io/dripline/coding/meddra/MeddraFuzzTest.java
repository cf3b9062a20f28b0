package io.dripline.coding.meddra;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.dripline.coding.BrokenVocabularyException;
import io.dripline.coding.LicensedVocabulary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A licensee's distribution is read or refused by a sentence that names file and line. */
class MeddraFuzzTest {

    private static final List<String> FILES =
            List.of("soc.asc", "pt.asc", "llt.asc", "mdhier.asc", "meddra_release.asc", "dripline-categories.tsv");
    private static final int FORM_FEED = 0x0C;

    private static final Path DIRECTORY = directory();

    /** The files one after another, a form feed between two. */
    @FuzzTest
    void distribution(byte[] bytes) throws IOException {
        List<byte[]> parts = parts(bytes);
        for (int i = 0; i < FILES.size(); i++) {
            Path file = DIRECTORY.resolve(FILES.get(i));
            if (i < parts.size()) {
                Files.write(file, parts.get(i));
            } else {
                Files.deleteIfExists(file);
            }
        }
        try {
            LicensedVocabulary read = ReadMeddra.from(DIRECTORY, null);

            assertThat(read.terms())
                    .allSatisfy(term -> assertThat(term.term().ptCode()).isPositive());
        } catch (BrokenVocabularyException refusal) {
            assertThat(refusal).hasMessageContaining("expected");
        }
    }

    private static List<byte[]> parts(byte[] bytes) {
        List<byte[]> parts = new ArrayList<>();
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        for (byte letter : bytes) {
            if (letter == FORM_FEED) {
                parts.add(part.toByteArray());
                part.reset();
            } else {
                part.write(letter);
            }
        }
        parts.add(part.toByteArray());
        return parts;
    }

    /** In memory where there is such a place. */
    private static Path directory() {
        try {
            Path memory = Path.of("/dev/shm");
            Path made = Files.isWritable(memory)
                    ? Files.createTempDirectory(memory, "dripline-meddra")
                    : Files.createTempDirectory("dripline-meddra");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(made)));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path directory) {
        try {
            for (String file : FILES) {
                Files.deleteIfExists(directory.resolve(file));
            }
            Files.deleteIfExists(directory);
        } catch (IOException left) {
            // The machine clears it.
        }
    }
}
