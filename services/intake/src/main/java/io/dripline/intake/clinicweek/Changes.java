package io.dripline.intake.clinicweek;

import io.dripline.relay.Position;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What was committed since the last time.
 *
 * @param posted what is added to the number of active sessions of a day, negative where sessions left it
 * @param tallied days of which something was stated
 * @param reached up to where both ledgers were read
 * @param more whether there may be more
 */
record Changes(Map<ClinicDate, Integer> posted, Set<ClinicDate> tallied, Reached reached, boolean more) {

    /** Up to where the two ledgers are contained in the clinic-weeks. */
    record Reached(Position sessions, Position tallies) {}

    /** Every day that may have changed. */
    Set<ClinicDate> days() {
        Set<ClinicDate> days = new HashSet<>(posted.keySet());
        days.addAll(tallied);
        return days;
    }
}
