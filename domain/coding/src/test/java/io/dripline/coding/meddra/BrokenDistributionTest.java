package io.dripline.coding.meddra;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.coding.BrokenVocabularyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A broken distribution stops the start and says where. */
class BrokenDistributionTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"soc.asc", "pt.asc", "mdhier.asc", "llt.asc"})
    void namesAMissingFile(String file) {
        sound().without(file).in(directory);

        assertBroken(null, file, "a file of a MedDRA ASCII distribution, but it is missing");
    }

    @Test
    void namesAMissingDirectory() {
        assertThatThrownBy(() -> ReadMeddra.from(directory.resolve("nowhere"), null))
                .isInstanceOf(BrokenVocabularyException.class)
                .hasMessageContaining("soc.asc")
                .hasMessageContaining("missing");
    }

    /** Lines are divided by a bar. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "soc.asc; ''; at least one record",
                "soc.asc; 90000001$Invented; line 1: expected the 10 fields soc_code, soc_name",
                "soc.asc; 90000001$Invented$Inv$$$$$$$$$; line 1: expected the 10 fields",
                "soc.asc; 90000001$Invented$Inv$$$$$$$x; line 1: expected the 10 fields",
                "soc.asc; 90000001$Invented$Inv$$$$$$$$|90000001$Again$Inv$$$$$$$$; line 2: expected a soc_code that has no line yet",
                "soc.asc; x$Invented$Inv$$$$$$$$; line 1: expected a whole number above 0 for soc_code, found 'x$Invented",
                "soc.asc; 90000001$ $Inv$$$$$$$$; line 1: expected 1 to 250 characters for soc_name",
                "pt.asc; 90001000$Blorgitis$$90000001$$$$$$$; line 1: expected the 11 fields pt_code",
                "pt.asc; 90001000$Blorgitis$$90000009$$$$$$$$; line 1: expected a pt_soc_code of soc.asc",
                "pt.asc; 90001000$A$$90000001$$$$$$$$|90001000$B$$90000001$$$$$$$$; line 2: expected a pt_code that has no line yet",
                "pt.asc; 90001000$A$$90000001$$$$$$$$|90001001$B$$90000001$$$$$$$$; line 2: expected a pt_code with a line in mdhier.asc whose primary_soc_fg is Y",
                "mdhier.asc; 90001000$1$2$90000001$A$H$G$S$Inv$$90000001$; line 1: expected the 12 fields pt_code",
                "mdhier.asc; 90001009$1$2$90000001$A$H$G$S$Inv$$90000001$Y$; line 1: expected a pt_code of pt.asc",
                "mdhier.asc; 90001000$1$2$90000009$A$H$G$S$Inv$$90000001$Y$; line 1: expected a soc_code of soc.asc",
                "mdhier.asc; 90001000$1$2$90000001$A$H$G$S$Inv$$90000001$y$; line 1: expected Y or N for primary_soc_fg",
                "mdhier.asc; 90001000$1$2$90000002$A$H$G$S$Inv$$90000001$Y$; line 1: expected as the primary soc_code the pt_soc_code of pt.asc, 90000001",
                "llt.asc; 90001001$Blorg$90001000$$$$$$$Y$; line 1: expected the 11 fields llt_code",
                "llt.asc; 90001001$Blorg$90001009$$$$$$$Y$$; line 1: expected a pt_code of pt.asc",
                "llt.asc; 90001001$Blorg$90001000$$$$$$$$$; line 1: expected Y or N for llt_currency",
                "llt.asc; 90001001$A$90001000$$$$$$$Y$$|90001001$B$90001000$$$$$$$Y$$; line 2: expected an llt_code that has no line yet",
                "meddra_release.asc; English$$; line 1: expected a version such as 27.1",
                "meddra_release.asc; 0.1$Spanish$$$; line 1: expected the language English, found '0.1$Spanish",
                "dripline-categories.tsv; 90000001,GUT,why; line 1: expected one of [CNS, GI",
                "dripline-categories.tsv; # nothing|90000009,GI,why; line 2: expected a soc_code of soc.asc",
                "dripline-categories.tsv; 90000001,GI; line 1: expected the columns soc_code, category, reason",
                "dripline-categories.tsv; 90000001,GI,why|90000001,CNS,why; line 2: expected one line for 90000001",
            })
    void namesFileLineAndWhatWasExpected(String file, String lines, String expected) {
        String text = file.endsWith(".tsv") ? lines.replace(',', '\t') : lines;
        sound().replace(file, text.equals("''") ? new String[0] : text.split("\\|"))
                .in(directory);

        assertBroken(null, file, expected);
    }

    @Test
    void wantsTheVersion() {
        sound().without("meddra_release.asc").in(directory);

        assertBroken(null, "meddra_release.asc", "the file that names the release, or its version in the settings");
        assertBroken("twenty", "the stated version of MedDRA", "a number such as 27.1, but it is 'twenty'");
    }

    @Test
    void refusesTwoVersions() {
        sound().in(directory);

        assertBroken("0.2", "meddra_release.asc", "the version 0.2 of the settings, but it is 0.1");
    }

    @Test
    void refusesOtherEncodings() {
        sound().in(directory, StandardCharsets.UTF_16LE, "\n");

        assertBroken(null, "soc.asc", "line 1: expected text in UTF-8 or in ISO 8859-1 throughout");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x81, 0x00, 0x7F})
    void refusesWhatIsNoLetterInAnyEncoding(int octet) throws IOException {
        sound().in(directory);
        byte[] bytes = Files.readAllBytes(directory.resolve("llt.asc"));
        bytes[bytes.length - 30] = (byte) octet;
        Files.write(directory.resolve("llt.asc"), bytes);

        assertBroken(null, "llt.asc", "line 2: expected text in UTF-8");
    }

    /** Half of it would be read as something that nobody wrote. */
    @Test
    void refusesAFileInTwoEncodings() throws IOException {
        InventedDistribution invented = new InventedDistribution().soc(1, "Invented");
        invented.pt(1, "Blörgitis");
        invented.pt(1, "Blorgitis x");
        invented.in(directory);
        byte[] bytes = Files.readAllBytes(directory.resolve("pt.asc"));
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf(" x")] = (byte) 0xE9;
        Files.write(directory.resolve("pt.asc"), bytes);

        assertBroken(null, "pt.asc", "line 2: expected text in UTF-8 or in ISO 8859-1 throughout");
    }

    private static InventedDistribution sound() {
        InventedDistribution invented =
                new InventedDistribution().soc(1, "Invented").soc(2, "More");
        invented.pt(1, "Blorgitis", "Blorgy belly of the invented kind");
        return invented;
    }

    private void assertBroken(@Nullable String version, String file, String expected) {
        assertThatThrownBy(() -> ReadMeddra.from(directory, version))
                .isInstanceOf(BrokenVocabularyException.class)
                .hasMessageContaining(file)
                .hasMessageContaining(expected);
    }
}
