package io.dripline.classification.session;

import static io.dripline.contracts.deadletter.DeadLetterCause.BROKEN_INVARIANT;

import io.dripline.contracts.RefusedRecordException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What is stored of some sessions already, and whose sessions a batch says they are. */
final class StoredVersions {

    private final Set<SessionVersion> versions = new HashSet<>();
    private final Map<UUID, SessionOwner> owners = new HashMap<>();

    void add(SessionVersion version, SessionOwner owner) {
        versions.add(version);
        owners.putIfAbsent(version.session(), owner);
    }

    /** A report that is about to be stored; it is not yet, so a second copy is left to the database. */
    void expect(Received report) {
        owners.putIfAbsent(report.session().id(), report.owner());
    }

    /**
     * Whether a report is stored already.
     *
     * @throws RefusedRecordException if another version of its session is of another clinic or patient
     */
    boolean contains(Received report) {
        requireOwner(report);
        return versions.contains(report.version());
    }

    /** @throws RefusedRecordException as {@link #contains} */
    void requireOwner(Received report) {
        SessionOwner owner = owners.getOrDefault(report.session().id(), report.owner());
        if (!owner.patient().equals(report.owner().patient())) {
            throw changed(report, "patient");
        }
        if (!owner.clinic().equals(report.owner().clinic())) {
            throw changed(report, "clinic");
        }
    }

    private static RefusedRecordException changed(Received report, String what) {
        return new RefusedRecordException(
                BROKEN_INVARIANT,
                "session %s version %d: expected the %s of its other versions, found another"
                        .formatted(report.session().id(), report.session().version(), what));
    }
}
