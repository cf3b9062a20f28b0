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
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Erases words by destroying their keys. The sealed texts stay, so that nothing that was ever stored changes; each session gets one
 * more version, without words, which takes the place of the others in the topic.
 */
@ApplicationScoped
public class EraseWords {

    private static final String SESSIONS =
            "select distinct session_id from patient_key where patient = ? order by session_id";

    /** Of these, whose words stood in them by the time of an erasure that the database does not know of. */
    private static final String FORGOTTEN = """
            select distinct k.session_id from patient_key k join session_version v using (session_id, version)
             where k.session_id = any (?) and v.received_at <= ?
               and not exists (select from session_erasure e where e.session_id = k.session_id and e.erased_at >= ?)
             order by k.session_id""";

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
     * @return the sessions that had words or reasons
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<UUID> of(String patient, String who, Instant at) {
        return erase(() -> sessionsOf(patient), who, at);
    }

    /**
     * The same for sessions that were erased once, in a database that was brought back to a time before.
     *
     * @param erasedAt when they were; what was erased since then, or came after it, is left
     * @return those that had words or reasons again
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<UUID> again(List<UUID> sessions, Instant erasedAt, String who, Instant at) {
        return erase(() -> forgotten(sessions, erasedAt), who, at);
    }

    private List<UUID> erase(Supplier<List<UUID>> withWords, String who, Instant at) {
        List<UUID> found = withWords.get();
        found.forEach(versions::lock);
        // another erasure may have been first; what is reported only now is reported afterwards
        List<UUID> sessions =
                withWords.get().stream().filter(Set.copyOf(found)::contains).toList();
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
        return sessions;
    }

    private List<UUID> sessionsOf(String patient) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(SESSIONS)) {
            query.setString(1, patient);
            return ids(query);
        } catch (SQLException e) {
            throw StoreFailures.failed("A patient's sessions could not be looked up", e);
        }
    }

    private List<UUID> forgotten(List<UUID> sessions, Instant erasedAt) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(FORGOTTEN)) {
            query.setArray(1, connection.createArrayOf("uuid", sessions.toArray()));
            query.setObject(2, erasedAt.atOffset(ZoneOffset.UTC));
            query.setObject(3, erasedAt.atOffset(ZoneOffset.UTC));
            return ids(query);
        } catch (SQLException e) {
            throw StoreFailures.failed("Erased sessions could not be looked up", e);
        }
    }

    private static List<UUID> ids(PreparedStatement query) throws SQLException {
        List<UUID> sessions = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                sessions.add(row.getObject(1, UUID.class));
            }
        }
        return sessions;
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
