package io.dripline.intake.session;

import io.dripline.intake.request.StoreFailures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Erases words by destroying their keys. The sealed texts stay, so that nothing that was ever stored changes; each session gets one
 * more version, without words, which takes the place of the others in the topic.
 */
@ApplicationScoped
public class EraseWords {

    private static final String SESSIONS =
            "select distinct session_id from patient_key where patient = ? order by session_id";

    private final DataSource dataSource;
    private final SessionVersions versions;
    private final AppendVersion appendVersion;

    EraseWords(DataSource dataSource, SessionVersions versions, AppendVersion appendVersion) {
        this.dataSource = dataSource;
        this.versions = versions;
        this.appendVersion = appendVersion;
    }

    /**
     * Within the caller's transaction. Who changes one of the sessions waits, and then finds no words in it. Nothing is opened: words
     * whose key or secret is lost can be erased. Of two at once the second finds nothing left.
     *
     * @param patient the id
     * @return how many sessions had words or reasons
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int of(String patient, String who, Instant at) {
        List<UUID> found = sessionsOf(patient);
        found.forEach(versions::lock);
        // another erasure may have been first; what is reported only now is reported afterwards
        List<UUID> sessions =
                sessionsOf(patient).stream().filter(Set.copyOf(found)::contains).toList();
        List<VersionedSession> erased = sessions.stream()
                .map(session -> versions.latestWithoutWords(session).orElseThrow())
                .map(session -> session.without(
                        session.adverseEvents().stream()
                                .map(event -> event.inTheWords(null))
                                .toList(),
                        who,
                        at))
                .toList();
        if (!erased.isEmpty()) {
            appendVersion.next(erased);
            destroyKeys(sessions, erased, at);
        }
        return sessions.size();
    }

    private List<UUID> sessionsOf(String patient) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(SESSIONS)) {
            query.setString(1, patient);
            List<UUID> sessions = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    sessions.add(row.getObject(1, UUID.class));
                }
            }
            return sessions;
        } catch (SQLException e) {
            throw StoreFailures.failed("A patient's sessions could not be looked up", e);
        }
    }

    private void destroyKeys(List<UUID> sessions, List<VersionedSession> erased, Instant at) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement destroy =
                        connection.prepareStatement("delete from patient_key where session_id = any (?)");
                PreparedStatement note = connection.prepareStatement(
                        "insert into session_erasure (session_id, version, erased_at) values (?, ?, ?)")) {
            destroy.setArray(1, connection.createArrayOf("uuid", sessions.toArray()));
            destroy.executeUpdate();
            for (VersionedSession version : erased) {
                note.setObject(1, version.id());
                note.setInt(2, version.version());
                note.setObject(3, at.atOffset(ZoneOffset.UTC));
                note.addBatch();
            }
            note.executeBatch();
        } catch (SQLException e) {
            throw StoreFailures.failed("Keys could not be destroyed", e);
        }
    }
}
