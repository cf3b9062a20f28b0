package io.dripline.contracts.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.incidence.IsoWeek;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClinicWeekTest {

    private static final Instant LATER = Instant.parse("2027-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"3, 3, true", "3, 2, false", "2, 3, false", ", 0, false", ", 2, false", "0, 0, true"})
    void closesWhenEveryDayHasATallyThatEqualsWhatWasPosted(@Nullable Integer performed, int posted, boolean closed) {
        ClinicWeek week = week(new ClinicDay(performed, posted));

        assertThat(week.closedAt(LATER)).isEqualTo(closed);
    }

    /** 2026-W47 ends on Sunday the 22nd, which lasts longest at UTC-12. */
    @ParameterizedTest
    @CsvSource({"2026-11-22T23:59:59Z, false", "2026-11-23T11:59:59.999Z, false", "2026-11-23T12:00:00Z, true"})
    void closesOnceItIsOverEverywhere(Instant now, boolean closed) {
        assertThat(week(new ClinicDay(1, 1)).closedAt(now)).isEqualTo(closed);
    }

    @Test
    void countsWhatWasPosted() {
        assertThat(week(new ClinicDay(null, 4)).posted()).isEqualTo(10);
    }

    @Test
    void isRefusedWhereADayIsMissing() {
        List<ClinicDay> six = Collections.nCopies(6, ClinicDay.UNKNOWN);

        assertThatThrownBy(() -> new ClinicWeek(ContractJson.SCHEMA, "clinic-north", new IsoWeek(2026, 47), 1, six))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("days: expected Monday to Sunday, found 6");
    }

    /** Six days of one session each, posted and tallied, and this one. */
    private static ClinicWeek week(ClinicDay sunday) {
        ClinicDay day = new ClinicDay(1, 1);
        return new ClinicWeek(
                ContractJson.SCHEMA,
                "clinic-north",
                new IsoWeek(2026, 47),
                1,
                List.of(day, day, day, day, day, day, sunday));
    }
}
