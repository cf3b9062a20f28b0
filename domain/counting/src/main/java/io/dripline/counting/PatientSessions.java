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
        var latest = new LinkedHashMap<UUID, CountedSession>();
        for (CountedSession state : states) {
            if (!covers(latest, state)) {
                latest.put(state.id(), state);
            }
        }
        return new PatientSessions(latest);
    }

    /**
     * Whether {@code state} is a duplicate or outdated, and so changes nothing.
     *
     * @throws IllegalArgumentException if the state belongs to another patient or clinic: neither ever changes
     */
    public boolean covers(CountedSession state) {
        return covers(latest, state);
    }

    /**
     * These sessions after {@code state} was seen.
     *
     * @throws IllegalArgumentException as {@link #covers}
     */
    public PatientSessions with(CountedSession state) {
        if (covers(state)) {
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

    private static boolean covers(SequencedMap<UUID, CountedSession> latest, CountedSession state) {
        if (!latest.isEmpty()) {
            mustBelongTogether(latest.firstEntry().getValue(), state);
        }
        CountedSession known = latest.get(state.id());
        return known != null && !state.supersedes(known);
    }

    private static void mustBelongTogether(CountedSession known, CountedSession state) {
        // Neither pseudonyms nor names that a record brought: this goes to the dead letters, and to logs.
        if (!known.patient().equals(state.patient())) {
            throw new IllegalArgumentException(
                    "session %s: expected the patient of the other sessions, found another".formatted(state.id()));
        }
        if (!known.cell().clinic().equals(state.cell().clinic())) {
            throw new IllegalArgumentException(
                    "session %s: expected the clinic of the patient's other sessions, which never changes, found another"
                            .formatted(state.id()));
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
