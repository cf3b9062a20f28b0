package io.dripline.coding.meddra;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.coding.LicensedTerm;
import io.dripline.coding.LicensedVocabulary;
import io.dripline.contracts.coding.Category;
import io.dripline.contracts.coding.MeddraTerm;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadMeddraTest {

    @TempDir
    private Path directory;

    @Test
    void readsTermsWithTheirPrimaryClassAndCurrentWordings() {
        InventedDistribution invented =
                new InventedDistribution().soc(1, "Invented disorders").soc(2, "Other inventions");
        int code = invented.pt(1, "Blorgitis", "Blorgy belly");
        invented.llt("Blorg, olden", code, "N").hierarchy(code, 2, "Blorgitis", "N");

        LicensedVocabulary read = ReadMeddra.from(invented.in(directory), null);

        assertThat(read.version()).matches("meddra-0\\.1-[0-9a-f]{8}");
        assertThat(read.terms()).singleElement().satisfies(term -> {
            assertThat(term.term()).isEqualTo(new MeddraTerm(code, "Blorgitis", 90_000_001, "Invented disorders"));
            assertThat(term.wordings()).containsExactly("Blorgitis", "Blorgy belly");
        });
        assertThat(read.stated()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, LF", "ISO-8859-1, LF", "UTF-8, CRLF", "ISO-8859-1, CRLF"})
    void readsBothEncodingsAndBothEndsOfLine(String charset, String end) {
        InventedDistribution invented = new InventedDistribution().soc(1, "Invented disorders");
        invented.pt(1, "Blörg's ménage");

        Path written = invented.in(directory, Charset.forName(charset), end.equals("LF") ? "\n" : "\r\n");

        assertThat(ReadMeddra.from(written, null).terms())
                .extracting(LicensedTerm::term)
                .extracting(MeddraTerm::pt)
                .containsExactly("Blörg's ménage");
    }

    @Test
    void skipsAByteOrderMarkAndBlankLines() throws IOException {
        InventedDistribution invented = new InventedDistribution().soc(1, "Invented disorders");
        invented.pt(1, "Blorgitis");
        invented.add("llt.asc", "").in(directory);
        Path soc = directory.resolve("soc.asc");
        Files.writeString(soc, "\uFEFF" + Files.readString(soc), StandardCharsets.UTF_8);

        assertThat(ReadMeddra.from(directory, null).terms()).hasSize(1);
    }

    @Test
    void takesTheStatedVersionWhereNoFileNamesIt() {
        InventedDistribution invented = new InventedDistribution().soc(1, "Invented disorders");
        invented.pt(1, "Blorgitis");
        invented.without("meddra_release.asc").in(directory);

        assertThat(ReadMeddra.from(directory, "0.2").version()).startsWith("meddra-0.2-");
    }

    /** What was coded with other files is due to be coded again. */
    @Test
    void anotherContentIsAnotherVersion() {
        InventedDistribution invented = new InventedDistribution().soc(1, "Invented disorders");
        invented.pt(1, "Blorgitis");
        String before = ReadMeddra.from(invented.in(directory), null).version();
        String again = ReadMeddra.from(directory, null).version();

        invented.add("dripline-categories.tsv", "90000001\tGI\tinvented").in(directory);

        assertThat(again).isEqualTo(before);
        assertThat(ReadMeddra.from(directory, null).version()).isNotEqualTo(before);
    }

    @Test
    void readsWhatTheOperatorStates() {
        InventedDistribution invented =
                new InventedDistribution().soc(1, "Invented disorders").soc(2, "Inventions");
        invented.pt(1, "Blorgitis");
        invented.add("dripline-categories.tsv", "# code\tcategory\treason")
                .add("dripline-categories.tsv", "90000001\tHEPATIC\tinvented")
                .add("dripline-categories.tsv", "90000002\tNONE\tno events")
                .in(directory);

        assertThat(ReadMeddra.from(directory, null).stated())
                .isEqualTo(Map.of(90_000_001, Optional.of(Category.HEPATIC), 90_000_002, Optional.empty()));
    }

    @Test
    void aTemplateWithoutAnyStatementStatesNothing() {
        InventedDistribution invented = new InventedDistribution().soc(1, "Invented disorders");
        invented.pt(1, "Blorgitis");
        invented.add("dripline-categories.tsv", "# code\tcategory\treason").in(directory);

        assertThat(ReadMeddra.from(directory, null).stated()).isEmpty();
    }
}
