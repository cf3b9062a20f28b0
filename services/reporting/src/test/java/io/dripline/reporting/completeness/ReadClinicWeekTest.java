package io.dripline.reporting.completeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.contracts.RefusedRecordException;
import io.dripline.contracts.Topics;
import io.dripline.contracts.tally.ClinicWeek;
import io.dripline.reporting.ClinicWeekRecords;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadClinicWeekTest {

    private static final String SEVEN =
            "[{\"posted\":0},{\"posted\":0},{\"posted\":0},{\"posted\":0},{\"posted\":0},{\"posted\":0},{\"posted\":0}]";

    @Test
    void readsWhatIntakePublishes() {
        ClinicWeek week = ClinicWeekRecords.week("clinic-north", "2026-W40", 3, 14, 13);

        assertThat(ReadClinicWeek.read(ClinicWeekRecords.incoming(week))).isEqualTo(week);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            clinic-north|2026-W40; {"schema":1,"clinic":"clinic-north","version":1,"days":SEVEN}                           ; week: expected an ISO week, found none
            clinic-north|2026-W40; {"schema":1,"week":"2026-W40","version":1,"days":SEVEN}                                 ; clinic: expected a clinic's id, found none
            clinic-north|2026-W40; {"schema":1,"clinic":"clinic-north","week":"2026-W40","version":0,"days":SEVEN}         ; version: expected 1 or more, found 0
            clinic-north|2026-W40; {"schema":1,"clinic":"clinic-north","week":"2026-W40","version":1,"days":[]}            ; days: expected Monday to Sunday, found 0
            clinic-north|2026-W41; {"schema":1,"clinic":"clinic-north","week":"2026-W40","version":1,"days":SEVEN}         ; key: expected that of its clinic and week, found another
                                 ; {"schema":1,"clinic":"clinic-north","week":"2026-W40","version":1,"days":SEVEN}         ; key: expected that of its clinic and week, found none
            clinic|x|2026-W40    ; {"schema":1,"clinic":"clinic|x","week":"2026-W40","version":1,"days":SEVEN}             ; clinic: expected a clinic's id without a bar or control character, found another
            clinic-north|2026-W40; {"schema":1,"clinic":"clinic\\u0000","week":"2026-W40","version":1,"days":SEVEN}        ; clinic: expected a clinic's id without a bar or control character, found another
            clinic-north|2026-W40; {"schema":2}                                                                            ; expected a ClinicWeek of schema 1, found schema 2
            clinic-north|2026-W40; no week                                                                                 ; expected a ClinicWeek in JSON
            """)
    void refusesWhatCouldNotBeKept(@Nullable String key, String value, String message) {
        var record = new ConsumerRecord<>(
                Topics.CLINIC_WEEKS,
                0,
                0,
                key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                value.replace("SEVEN", SEVEN).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> ReadClinicWeek.read(record))
                .isInstanceOf(RefusedRecordException.class)
                .hasMessageContaining(message);
    }
}
