package io.dripline.local.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.RefusedRecordException;
import io.dripline.contracts.Topics;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.tally.ClinicDay;
import io.dripline.contracts.tally.ClinicWeek;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class StateTest {

    private static final byte[] WEEK = ContractJson.write(new ClinicWeek(
            ContractJson.SCHEMA, "clinic-north", new IsoWeek(2026, 47), 12, Collections.nCopies(7, ClinicDay.UNKNOWN)));

    @Test
    void ofAClinicWeekIsItsVersion() {
        State state = State.of(Topics.CLINIC_WEEKS, "clinic-north|2026-W47".getBytes(UTF_8), WEEK);

        assertThat(state).isEqualTo(new State(12, 0));
    }

    @Test
    void aClinicWeekUnderAnothersKeyIsRefused() {
        assertThatThrownBy(() -> State.of(Topics.CLINIC_WEEKS, "clinic-south|2026-W47".getBytes(UTF_8), WEEK))
                .isInstanceOf(RefusedRecordException.class);
    }
}
