package io.dripline.reporting.dashboard.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysOnEarthTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T00:00:00Z, 2026-11-21, 2026-11-22",
        "2026-11-22T09:59:59Z, 2026-11-21, 2026-11-22",
        "2026-11-22T10:00:00Z, 2026-11-21, 2026-11-23",
        "2026-11-22T11:59:59Z, 2026-11-21, 2026-11-23",
        "2026-11-22T12:00:00Z, 2026-11-22, 2026-11-23"
    })
    void aDayBeginsInTheEastAndEndsInTheWest(Instant now, LocalDate running, LocalDate begun) {
        assertThat(DaysOnEarth.at(now)).isEqualTo(new DaysOnEarth(running, begun));
    }
}
