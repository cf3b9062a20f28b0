package io.dripline.reporting.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnseenWeekTest {

    /** 2026-W48 begins on Monday, November 23; at UTC+14 that is Sunday, 10:00 UTC. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-16T00:00:00Z, 2026-W48",
        "2026-11-18T12:00:00Z, 2026-W48",
        "2026-11-22T09:59:59.999999Z, 2026-W48",
        "2026-11-22T10:00:00Z, 2026-W49",
        "2026-11-22T15:00:00Z, 2026-W49",
        "2026-11-23T00:00:00Z, 2026-W49",
        "2026-12-31T12:00:00Z, 2027-W01"
    })
    void isTheFirstThatHasBegunNowhere(Instant time, String week) {
        assertThat(UnseenWeek.at(time)).hasToString(week);
    }
}
