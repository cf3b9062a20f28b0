package io.dripline.reporting.dashboard.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.reporting.dashboard.report.ReadSheet.Row;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows with the lines in which they begin, whatever program wrote the file. */
class ReadSheetTest {

    @Test
    void aRowIsNamedByTheLineInWhichItBegins() throws Exception {
        List<Row> rows = rows("a,b\r\n1,\"two\r\nlines, \"\"quoted\"\"\"\r\n\r\n3,4\r\n");

        assertThat(rows)
                .containsExactly(
                        new Row(1, List.of("a", "b")),
                        new Row(2, List.of("1", "two\r\nlines, \"quoted\"")),
                        new Row(4, List.of("")),
                        new Row(5, List.of("3", "4")));
        assertThat(rows.get(2).isBlank()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a,b\n1,2", "a;b\n1;2", "a\tb\n1\t2", "\uFEFFa,b\n1,2", " a , \"b\" \n 1 , 2 \n", "a,b\r1,2"})
    void commasSemicolonsAndTabsPartColumns(String file) throws Exception {
        assertThat(rows(file)).containsExactly(new Row(1, List.of("a", "b")), new Row(2, List.of("1", "2")));
    }

    /** A file that is parted by semicolons has them in quotation marks where they part values. */
    @Test
    void whatPartsColumnsMayStandInQuotationMarks() throws Exception {
        assertThat(rows("a;b\n\"x;y\";2").getLast().cells()).containsExactly("x;y", "2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,2\n3,\"never closed\n4,5", "a,b\n1,2\n\"closed\" too early,4"})
    void quotationMarksThatDoNotMatchAreNamedByTheirRow(String file) {
        assertThatThrownBy(() -> rows(file))
                .isInstanceOf(FileRefusedException.class)
                .hasMessageContaining("begins in line 3");
    }

    /** Of many cells, and of many empty ones. */
    @ParameterizedTest
    @CsvSource({"1200, 1000", "1100000, 0"})
    void aRowThatIsTooLongIsNamed(int cells, int length) {
        String row = String.join(",", Collections.nCopies(cells, "x".repeat(length)));

        assertThatThrownBy(() -> rows("a,b\n1,2\n" + row + "\n"))
                .isInstanceOf(FileRefusedException.class)
                .hasMessageStartingWith("The row that begins in line 3 is longer than 1 MiB");
    }

    @Test
    void anEmptyFileHasNoRows() throws Exception {
        assertThat(rows("")).isEmpty();
    }

    private static List<Row> rows(String file) throws Exception {
        List<Row> rows = new ArrayList<>();
        try (ReadSheet sheet = new ReadSheet(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))) {
            for (Row row = sheet.next(); row != null; row = sheet.next()) {
                rows.add(row);
            }
        }
        return rows;
    }
}
