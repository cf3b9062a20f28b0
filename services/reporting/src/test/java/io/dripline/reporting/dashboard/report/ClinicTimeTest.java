package io.dripline.reporting.dashboard.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A clinic's own clock, with the offset that intake needs. Clocks in Sydney go forward on 4 October 2026 and back on 5 April. */
class ClinicTimeTest {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T09:00, 2026-11-22T09:00:00+11:00",
        "2026-11-22 09:00, 2026-11-22T09:00:00+11:00",
        "2026-07-22 09:00:30, 2026-07-22T09:00:30+10:00",
        "2026-11-22T09:00:00+02:00, 2026-11-22T09:00:00+02:00",
        "2026-11-22T09:00:00Z, 2026-11-22T09:00:00Z",
    })
    void getsTheOffsetOfItsZoneUnlessItHasOne(String typed, String expected) {
        assertThat(OffsetDateTime.parse(ClinicTime.withOffset(typed, SYDNEY)))
                .isEqualTo(OffsetDateTime.parse(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-04 02:30, they were put forward over this one",
        "2026-04-05 02:30, 'showed this one twice, at +11:00 and +10:00'",
        "22.11.2026 09:00, expected a time such as",
        "2026-02-30 09:00, expected a time such as",
        "'2026-11-22', expected a time such as",
        "<b>, expected a time such as"
    })
    void whatTheClocksDidNotShowOnceIsRefused(String typed, String message) {
        assertThatThrownBy(() -> ClinicTime.withOffset(typed, SYDNEY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aTimeWithoutOffsetNeedsAZone() {
        assertThatThrownBy(() -> ClinicTime.withOffset("2026-11-22 09:00", null))
                .hasMessageContaining("or a time zone for those without one");
        assertThat(ClinicTime.withOffset("2026-11-22T09:00+11:00", null)).isEqualTo("2026-11-22T09:00+11:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Australia/Sydney", "+11:00", "UTC", "GMT", "Z", "Etc/GMT-11", "Japan"})
    void aZoneOfOnePlaceIsTaken(String typed) {
        assertThat(ClinicTime.zone(typed).getId()).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Sydney", "<script>", "+25:00", "EST", "CET", "MST", "EST5EDT"})
    void aZoneThatThereIsNotIsRefused(String typed) {
        assertThatThrownBy(() -> ClinicTime.zone(typed)).hasMessageContaining("such as Australia/Sydney or +11:00");
    }
}
