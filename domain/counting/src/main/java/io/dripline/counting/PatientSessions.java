package io.dripline.counting;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.UUID;

/**
 * One patient's sessions, each in the highest state that was seen, whatever arrived when and how often. Withdrawn
 * sessions stay, so that a lower version that comes late finds itself outdated.
 */
public final class PatientSessions {

    public static final PatientSessions NONE = new PatientSessions(new LinkedHashMap<>());

    private final SequencedMap<UUID, CountedSession> latest;

    private PatientSessions(SequencedMap<UUID, CountedSession> latest) {
        this.latest = Collections.unmodifiableSequencedMap(latest);
    }

    /** The sessions of one patient, in whatever states and order. */
    public static PatientSessions of(Collection<CountedSession> states) {
        PatientSessions sessions = NONE;
        for (CountedSession state : states) {
            sessions = sessions.with(state);
        }
        return sessions;
    }

    /**
     * These sessions after {@code state} was seen.
     *
     * @return this very object if the state is a duplicate or outdated
     * @throws IllegalArgumentException if the state belongs to another patient or clinic: neither ever changes
     */
    public PatientSessions with(CountedSession state) {
        latest.values().stream().findFirst().ifPresent(any -> mustBelongTogether(any, state));
        CountedSession known = latest.get(state.id());
        if (known != null && !state.supersedes(known)) {
            return this;
        }
        var next = new LinkedHashMap<>(latest);
        next.put(state.id(), state);
        return new PatientSessions(next);
    }

    /** Every session's highest state, withdrawn ones too. */
    public Collection<CountedSession> latest() {
        return latest.values();
    }

    private static void mustBelongTogether(CountedSession known, CountedSession state) {
        if (!known.patient().equals(state.patient())) {
            throw new IllegalArgumentException("session %s: expected a session of patient %s, found one of %s"
                    .formatted(state.id(), known.patient(), state.patient()));
        }
        if (!known.cell().clinic().equals(state.cell().clinic())) {
            throw new IllegalArgumentException(
                    "session %s: the patient belongs to clinic %s, and a clinic never changes, found %s"
                            .formatted(
                                    state.id(),
                                    known.cell().clinic(),
                                    state.cell().clinic()));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PatientSessions sessions && latest.equals(sessions.latest);
    }

    @Override
    public int hashCode() {
        return latest.hashCode();
    }

    @Override
    public String toString() {
        return latest.values().toString();
    }
}
