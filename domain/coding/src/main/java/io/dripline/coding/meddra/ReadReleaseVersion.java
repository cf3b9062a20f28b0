package io.dripline.coding.meddra;

import io.dripline.coding.BrokenVocabularyException;
import io.dripline.coding.VocabularyFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which release it is: results depend on it, so it must be known, and two statements must agree; and its language, for words are read in English. */
final class ReadReleaseVersion {

    private static final String FILE = "meddra_release.asc";
    private static final String LANGUAGE = "English";
    private static final String FORM = "\\d{1,3}(\\.\\d{1,3}){0,2}";

    private ReadReleaseVersion() {}

    static String of(Distribution files, @Nullable String stated) {
        if (stated != null && !stated.matches(FORM)) {
            throw new BrokenVocabularyException(
                    "the stated version of MedDRA", "a number such as 27.1, but it is '%s'".formatted(stated));
        }
        String read = files.lines(FILE)
                .map(lines -> versionIn(files.path(FILE), lines))
                .orElse(stated);
        if (read == null) {
            throw new BrokenVocabularyException(
                    files.path(FILE), "the file that names the release, or its version in the settings");
        }
        if (stated != null && !stated.equals(read)) {
            throw new BrokenVocabularyException(
                    files.path(FILE), "the version %s of the settings, but it is %s".formatted(stated, read));
        }
        return read;
    }

    private static String versionIn(String path, List<String> lines) {
        String line = lines.isEmpty() ? "" : lines.getFirst();
        String[] fields = line.split("\\$", -1);
        String version = fields[0].strip();
        if (fields.length < 3 || !version.matches(FORM)) {
            throw new VocabularyFile.Line(path, 1, line)
                    .broken("a version such as 27.1 and a language, a $ after each");
        }
        if (!fields[1].strip().equalsIgnoreCase(LANGUAGE)) {
            throw new VocabularyFile.Line(path, 1, line).broken("the language " + LANGUAGE);
        }
        return version;
    }
}
