package io.dripline.local.faults;

import io.dripline.contracts.session.SessionStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What intake has answered with a 2xx in one cycle: from then on it may never be lost, nor be there twice. */
final class Acknowledged {

    /**
     * A report that was taken.
     *
     * @param version the highest that was answered
     * @param holds what that version says
     */
    record Session(String clinic, String reference, String id, int version, Content holds) {}

    /**
     * What tells one version of a session from another.
     *
     * @param totalMg milligrams given, as they were stated last
     */
    record Content(SessionStatus status, int totalMg) {}

    private final Map<String, Session> byReference = new HashMap<>();
    private final List<String> contradictions = new ArrayList<>();
    private long heardAtOnce;

    /** Notes a 2xx; a second one for the same report must name the same session. */
    synchronized void note(Session session, boolean atOnce) {
        Session before = byReference.get(session.reference());
        if (before == null) {
            heardAtOnce += atOnce ? 1 : 0;
        } else if (!before.id().equals(session.id())) {
            contradictions.add("%s was answered as session %s and as %s"
                    .formatted(session.reference(), before.id(), session.id()));
        }
        if (before == null || before.version() <= session.version()) {
            byReference.put(session.reference(), session);
        }
    }

    synchronized List<Session> sessions() {
        return List.copyOf(byReference.values());
    }

    synchronized int count() {
        return byReference.size();
    }

    /** Of these the answer to the first attempt arrived; the others were posted again. */
    synchronized long heardAtOnce() {
        return heardAtOnce;
    }

    synchronized List<String> contradictions() {
        return List.copyOf(contradictions);
    }
}
