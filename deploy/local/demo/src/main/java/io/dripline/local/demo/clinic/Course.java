package io.dripline.local.demo.clinic;

import io.dripline.contracts.session.Ascertainment;
import io.dripline.contracts.session.PreviouslyTreated;
import io.dripline.contracts.session.SessionAttributes;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One patient's run of sessions.
 *
 * @param name what the references of its sessions begin with
 * @param treatedBefore false for a first course
 * @param starts one for each session, ascending
 * @param planned sessions planned; no fewer than {@code starts}
 * @param minutes length of each session
 */
record Course(
        String name, Patient patient, boolean treatedBefore, List<OffsetDateTime> starts, int planned, int minutes) {

    /** The reports of all its sessions, with the events of each. */
    List<Report> reports(List<List<StatedEvent>> events) {
        return IntStream.range(0, starts.size())
                .mapToObj(i -> new Report("%s/%d".formatted(name, i + 1), patient.code(), attributes(i), events.get(i)))
                .toList();
    }

    OffsetDateTime end(int session) {
        return starts.get(session).plusMinutes(minutes);
    }

    private SessionAttributes attributes(int session) {
        return new SessionAttributes(
                treatedBefore || session > 0 ? PreviouslyTreated.YES : PreviouslyTreated.NO,
                starts.get(session),
                end(session),
                patient.route(),
                patient.formulation(),
                patient.indication(),
                planned,
                patient.plannedDose(),
                patient.given(minutes),
                patient.weightKg(),
                patient.setting(),
                true,
                patient.premedication(),
                patient.opioidMgMorphineEquivalentPerDay(),
                List.of(),
                Ascertainment.CHECKLIST);
    }
}
