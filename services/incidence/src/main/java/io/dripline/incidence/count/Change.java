package io.dripline.incidence.count;

import io.dripline.contracts.incidence.Cell;
import io.dripline.counting.PatientSessions;
import io.dripline.incidence.store.CountedCell;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one record changes.
 *
 * @param patient whose sessions these are
 * @param sessions the patient's sessions from now on, null if the record was a duplicate or outdated
 * @param cells every cell that changes, with its new share
 * @param receivedAt when the report behind it was received; null where the record is no report but an older one coded anew
 */
record Change(
        String patient,
        @Nullable PatientSessions sessions,
        Map<Cell, CountedCell> cells,
        @Nullable Instant receivedAt) {

    static Change none(String patient) {
        return new Change(patient, null, Map.of(), null);
    }
}
