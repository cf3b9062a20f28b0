package io.dripline.coding.meddra;

import io.dripline.coding.BrokenVocabularyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The files of a distribution, and a digest of all that was read of them. */
final class Distribution {

    private final Path directory;
    private final MessageDigest digest;

    Distribution(Path directory) {
        this.directory = directory;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void forEachRow(AscFile file, Consumer<AscFile.Row> reader) {
        List<String> lines = lines(file.name())
                .orElseThrow(() -> new BrokenVocabularyException(
                        path(file.name()), "a file of a MedDRA ASCII distribution, but it is missing"));
        file.forEachRow(path(file.name()), lines, reader);
    }

    /** Empty where there is no such file. */
    Optional<List<String>> lines(String name) {
        try {
            byte[] bytes = Files.readAllBytes(directory.resolve(name));
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
            return Optional.of(DecodeText.lines(path(name), bytes));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new BrokenVocabularyException(path(name), "a file that can be read (%s)".formatted(e));
        }
    }

    String path(String name) {
        return directory.resolve(name).toString();
    }

    /** Eight characters that differ when a file does. */
    String digest() {
        return HexFormat.of().formatHex(digest.digest()).substring(0, 8);
    }
}
