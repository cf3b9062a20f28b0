package io.dripline.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.contracts.session.PlannedDose;
import io.dripline.contracts.session.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoseBandsTest {

    @ParameterizedTest
    @CsvSource({
        "0, BELOW_0_5",
        "0.49, BELOW_0_5",
        "0.5, FROM_0_5_TO_1",
        "1, FROM_0_5_TO_1",
        "1.01, ABOVE_1_TO_2",
        "2, ABOVE_1_TO_2",
        "2.01, ABOVE_2",
    })
    void bandsMeetAtAHalfOneAndTwo(double dose, String band) {
        assertThat(DoseBands.of(Route.INTRAVENOUS, new PlannedDose(null, dose, null)))
                .isEqualTo(band);
        assertThat(DoseBands.of(Route.INTRAMUSCULAR, new PlannedDose(null, null, dose)))
                .isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({
        "INTRAVENOUS, ABOVE_2",
        "SUBCUTANEOUS, ABOVE_2",
        "INTRAMUSCULAR, BELOW_0_5",
        "INTRANASAL, BELOW_0_5",
        "SUBLINGUAL, BELOW_0_5",
        "ORAL, BELOW_0_5",
        "RECTAL, BELOW_0_5",
        "TOPICAL, BELOW_0_5",
        "EPIDURAL, BELOW_0_5",
    })
    void theRouteDecidesWhichFigureCounts(Route route, String band) {
        assertThat(DoseBands.of(route, new PlannedDose(null, 3.0, 0.3))).isEqualTo(band);
    }

    @Test
    void whatIsNotStatedIsUnstated() {
        assertThat(DoseBands.of(Route.ORAL, null)).isEqualTo("UNSTATED");
        assertThat(DoseBands.of(Route.ORAL, new PlannedDose(0.2, 0.5, null))).isEqualTo("UNSTATED");
        assertThat(DoseBands.of(Route.INTRAVENOUS, new PlannedDose(0.2, null, 0.5)))
                .isEqualTo("UNSTATED");
    }

    @Test
    void aNegativeDoseIsRefused() {
        assertThatThrownBy(() -> DoseBands.of(Route.ORAL, new PlannedDose(null, null, -0.1)))
                .hasMessage("plannedDose: expected 0 or more, found -0.1");
    }
}
