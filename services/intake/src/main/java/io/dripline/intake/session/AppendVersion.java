package io.dripline.intake.session;

import io.agroal.api.AgroalDataSource;
import io.dripline.contracts.session.AdverseEvent;
import io.dripline.intake.request.Refusal;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes a version by one statement: record, audit trail, outbox and words. Outside a transaction that statement is
 * the transaction, so that a report costs one round trip and one wait for the disk; Hibernate would need five.
 */
@Singleton
class AppendVersion {

    private static final String STATEMENT = """
            with v as (
                insert into session_version (session_id, version, status, clinic, reference, patient, content, who, reason,
                                             content_hash, first_received_at, received_at)
                values (?::uuid, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
                on conflict (clinic, reference) where version = 1 do nothing
                returning session_id, version),
            words as (
                insert into session_text (session_id, version, event_id, verbatim)
                select v.session_id, v.version, w.event_id, w.verbatim
                from v, unnest(?::uuid[], ?::text[]) as w (event_id, verbatim))
            select count(*) from v
            """;

    private final AgroalDataSource dataSource;
    private final Event<VersionAppended> appended;

    AppendVersion(AgroalDataSource dataSource, Event<VersionAppended> appended) {
        this.dataSource = dataSource;
        this.appended = appended;
    }

    /**
     * Committed on return, unless a transaction is under way, which then decides.
     *
     * @return false, with nothing written, if this is a first version and the clinic's reference is taken
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 if the database cannot be reached
     */
    boolean append(VersionedSession session) {
        boolean written = write(session);
        if (written) {
            appended.fire(new VersionAppended());
        }
        return written;
    }

    private boolean write(VersionedSession session) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(STATEMENT)) {
            insert.setString(1, session.id().toString());
            insert.setInt(2, session.version());
            insert.setString(3, session.status().name());
            insert.setString(4, session.clinic());
            insert.setString(5, session.reference());
            insert.setString(6, session.patient());
            insert.setString(
                    7,
                    StoredContent.of(session.attributes(), session.adverseEvents())
                            .json());
            insert.setString(8, session.who());
            insert.setString(9, session.reason());
            insert.setBytes(10, session.contentHash());
            insert.setObject(11, utc(session.firstReceivedAt()));
            insert.setObject(12, utc(session.receivedAt()));
            insert.setArray(13, texts(connection, session, event -> event.id().toString()));
            insert.setArray(14, texts(connection, session, AdverseEvent::verbatim));
            try (ResultSet written = insert.executeQuery()) {
                written.next();
                return written.getInt(1) == 1;
            }
        } catch (SQLException e) {
            if (isPassing(e)) {
                throw Refusal.unavailable();
            }
            throw new IllegalStateException("Session %s could not be written".formatted(session.id()), e);
        }
    }

    private static java.sql.Array texts(
            Connection connection, VersionedSession session, Function<AdverseEvent, String> text) throws SQLException {
        List<AdverseEvent> events = session.adverseEvents();
        return connection.createArrayOf("text", events.stream().map(text).toArray(String[]::new));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    /** Connection lost or refused, server stopping, out of resources, or no connection free in time. */
    private static boolean isPassing(SQLException e) {
        @Nullable String state = e.getSQLState();
        return e instanceof SQLTransientException
                || state == null
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("53");
    }
}
