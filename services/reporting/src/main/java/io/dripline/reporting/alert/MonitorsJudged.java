package io.dripline.reporting.alert;

import io.dripline.contracts.alert.Alert;
import java.util.List;
import java.util.Set;

/**
 * Fired after a judgement was committed.
 *
 * @param everything whether every monitor was judged
 * @param clinics clinics whose counts changed; monitors over all clinics were judged too
 * @param raised alerts that were raised by it
 */
public record MonitorsJudged(boolean everything, Set<String> clinics, List<Alert> raised) {

    public MonitorsJudged {
        clinics = Set.copyOf(clinics);
        raised = List.copyOf(raised);
    }
}
