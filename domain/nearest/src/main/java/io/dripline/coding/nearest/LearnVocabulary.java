package io.dripline.coding.nearest;

import io.dripline.coding.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@value Learned#FILE} while the project is built: vectors of the vocabulary and what is learned of them. Does
 * nothing where the file is already made from the same words; words that it had before keep their vectors.
 */
final class LearnVocabulary {

    private LearnVocabulary() {}

    /** @param arguments the directory to write to, and one to keep vectors in between builds */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]).resolve("io/dripline/coding/nearest").resolve(Learned.FILE);
        KnownVectors known = new KnownVectors(Path.of(arguments[1]).resolve("vectors.bin"));
        Vocabulary vocabulary = Vocabulary.standard();
        List<Labelled> labelled = Nearest.labelled(vocabulary, phrase -> true);
        if (isMadeFrom(file, Learned.fingerprint(labelled, MiniLm.NAME, Vocabulary.openVersion()))) {
            return;
        }
        long start = System.nanoTime();
        byte[][] vectors = vectors(labelled, known);
        Learn learn = new Learn(labelled, vectors, new ReadByRules(vocabulary));
        Learned learned = learn.from(MiniLm.NAME, Vocabulary.openVersion());
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path next = file.resolveSibling(Learned.FILE + ".next");
        learned.write(Files.newOutputStream(next));
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        System.out.printf(
                "learned %,d wordings in %.0f s; %s%n",
                labelled.size(), (System.nanoTime() - start) / 1e9, learn.unseen());
    }

    private static boolean isMadeFrom(Path file, String fingerprint) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            Learned.read(in, fingerprint);
            return true;
        } catch (BrokenNearestException e) {
            return false;
        }
    }

    private static byte[][] vectors(List<Labelled> labelled, KnownVectors known) throws IOException {
        Map<String, byte[]> byText = new HashMap<>(known.read());
        @Nullable MiniLm model = null;
        byte[][] vectors = new byte[labelled.size()][];
        for (int i = 0; i < vectors.length; i++) {
            String text = labelled.get(i).text();
            byte[] vector = byText.get(text);
            if (vector == null) {
                model = model == null ? new MiniLm() : model;
                vector = Vectors.bytes(model.vector(text));
                byText.put(text, vector);
            }
            vectors[i] = vector;
        }
        if (model != null) {
            known.write(byText);
        }
        return vectors;
    }
}
