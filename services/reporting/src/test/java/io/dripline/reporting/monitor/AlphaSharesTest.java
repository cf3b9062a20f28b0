package io.dripline.reporting.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class AlphaSharesTest {

    @Test
    void theFirstClinicHasAFifthOfTheInstallationForItsFiveSystems() {
        assertThat(AlphaShares.ofClinic(1, 5)).isEqualTo(0.04);
        assertThat(AlphaShares.ofClinic(2, 5)).isEqualTo(0.4 / 6 / 5);
    }

    @Test
    void howeverManyClinicsComeATenthIsLeftForOfficers() {
        double spent = 5 * AlphaShares.ALL_CLINICS;
        for (int clinic = 1; clinic <= 100_000; clinic++) {
            spent += 5 * AlphaShares.ofClinic(clinic, 5);
        }
        assertThat(spent).isLessThan(0.9).isGreaterThan(0.8999);
    }

    @Test
    void thePartsAreTheWhole() {
        assertThat(AlphaShares.SYSTEMS.add(AlphaShares.CLINICS).add(AlphaShares.OFFICERS))
                .isEqualByComparingTo("1");
        assertThat(AlphaShares.SYSTEMS).isEqualByComparingTo(BigDecimal.valueOf(5 * AlphaShares.ALL_CLINICS));
    }

    @Test
    void clinicsAreCountedFromOne() {
        assertThatThrownBy(() -> AlphaShares.ofClinic(0, 5)).hasMessageContaining("ordinal");
    }
}
