package io.dripline.reporting.dashboard.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void writesLinesThatASpreadsheetReads() {
        Csv csv = new Csv(List.of("clinic", "rate", "ln_e"))
                .row("clinic-north", 0.0617, -0.5)
                .row("say \"a, b\"", null, 3L);

        assertThat(csv).hasToString("clinic,rate,ln_e\r\nclinic-north,0.0617,-0.5\r\n\"say \"\"a, b\"\"\",,3\r\n");
    }

    @Test
    void textThatASpreadsheetWouldComputeStaysText() {
        Csv csv = new Csv(List.of("clinic")).row("=1+1").row("@sum").row("+49").row("-x");

        assertThat(csv).hasToString("clinic\r\n'=1+1\r\n'@sum\r\n'+49\r\n'-x\r\n");
    }

    @Test
    void aLineHasACellForEachColumn() {
        Csv csv = new Csv(List.of("a", "b"));

        assertThatThrownBy(() -> csv.row("one")).hasMessage("expected 2 cells, found 1");
    }

    @Test
    void aPictureThatStandsAloneHasColoursInPlaceOfVariables() {
        assertThat(Download.standingAlone(
                        ".chart .band { fill: var(--band, #c9dbe8); stroke: var(--band-edge, #5f88a5); }"))
                .isEqualTo(".chart .band { fill: #c9dbe8; stroke: #5f88a5; }");
    }
}
