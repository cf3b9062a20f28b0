package io.dripline.contracts.incidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoWeekTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, 2026-W47",
        "2024-12-30, 2025-W01",
        "2027-01-03, 2026-W53",
        "2021-01-03, 2020-W53",
        "2026-01-01, 2026-W01"
    })
    void namesTheWeekOfADate(LocalDate date, String week) {
        assertThat(IsoWeek.of(date)).hasToString(week);
    }

    @Test
    void everyDayOfThreeDecadesLiesWithinItsWeek() {
        for (LocalDate day = LocalDate.of(2010, 1, 1); day.getYear() < 2040; day = day.plusDays(1)) {
            IsoWeek week = IsoWeek.of(day);

            assertThat(week.monday()).isBetween(day.minusDays(6), day);
            assertThat(IsoWeek.parse(week.toString())).isEqualTo(week);
            assertThat(week.weeksUntil(week.plus(1))).isEqualTo(1);
            assertThat(week).isLessThan(week.plus(1));
        }
    }

    @Test
    void knowsTheLastWeekOfEachYear() {
        for (int year = 1; year <= 9999; year++) {
            int last = LocalDate.of(year, 12, 28).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            int next = last + 1;
            int thisYear = year;

            assertThat(new IsoWeek(year, last)).hasToString("%04d-W%02d".formatted(year, last));
            assertThatIllegalArgumentException().isThrownBy(() -> new IsoWeek(thisYear, next));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-W54", "2025-W53", "2026-W00", "2026W10", "26-W10", "2026-w10", ""})
    void refusesAWeekThatDoesNotExist(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IsoWeek.parse(text))
                .withMessageContaining("expected an ISO week");
    }
}
