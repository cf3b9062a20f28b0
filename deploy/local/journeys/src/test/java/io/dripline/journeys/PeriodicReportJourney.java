package io.dripline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The packaged service prints what it prints in a test: its class loaders are others, and so is what they find. */
@ExtendWith(TheLine.Running.class)
class PeriodicReportJourney {

    private final Officer officer;

    PeriodicReportJourney(TheLine line) {
        this.officer = new Officer(line);
    }

    @Test
    void theSamePeriodIsPrintedTwiceAlike() {
        byte[] printed = officer.periodicReport("2024-W01", "2024-W13");

        assertThat(new String(printed, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(officer.periodicReport("2024-W01", "2024-W13")).isEqualTo(printed);
    }
}
