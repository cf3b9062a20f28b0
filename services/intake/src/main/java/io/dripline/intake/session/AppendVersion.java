package io.dripline.intake.session;

import io.agroal.api.AgroalDataSource;
import io.dripline.intake.request.StoreFailures;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes versions by one statement: record, audit trail, outbox, and apart from them all that is free text. Outside a transaction that statement is the
 * transaction, so that one report or five hundred cost one round trip and one wait for the disk; Hibernate would need
 * five for each.
 */
@Singleton
class AppendVersion {

    private static final String STATEMENT = """
            with stated as (
                select * from unnest(?::uuid[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::text[], ?::jsonb[], ?::text[],
                                     ?::text[], ?::bytea[], ?::timestamptz[], ?::timestamptz[])
                    as s (session_id, version, status, clinic, reference, patient, content, who, reason, content_hash,
                          first_received_at, received_at)),
            v as (
                insert into session_version (session_id, version, status, clinic, reference, patient, content, who,
                                             content_hash, first_received_at, received_at)
                select session_id, version, status, clinic, reference, patient, content, who, content_hash,
                       first_received_at, received_at from stated
                on conflict (clinic, reference) where version = 1 do nothing
                returning session_id, version),
            words as (
                insert into session_text (session_id, version, event_id, verbatim)
                select v.session_id, v.version, w.event_id, w.verbatim
                from v join unnest(?::uuid[], ?::uuid[], ?::text[]) as w (session_id, event_id, verbatim) using (session_id)),
            reasons as (
                insert into session_reason (session_id, version, reason)
                select session_id, version, reason from v join stated using (session_id, version) where reason is not null)
            select session_id from v
            """;

    /** The words of one event. */
    private record Words(UUID session, UUID event, String verbatim) {}

    private final AgroalDataSource dataSource;
    private final Event<VersionAppended> appended;

    AppendVersion(AgroalDataSource dataSource, Event<VersionAppended> appended) {
        this.dataSource = dataSource;
        this.appended = appended;
    }

    /**
     * Committed on return, unless a transaction is under way, which then decides. Writers that share references must
     * list them in the same order, or they may wait for each other.
     *
     * @param sessions no two versions of the same session; of several first versions under one reference the first counts
     * @return the ids of what was written: all but first versions whose reference the clinic had used
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 if the database cannot be reached; nothing was written,
     *     or all of it
     */
    Set<UUID> append(List<VersionedSession> sessions) {
        Set<UUID> written = write(sessions);
        if (!written.isEmpty()) {
            appended.fire(new VersionAppended());
        }
        return written;
    }

    private Set<UUID> write(List<VersionedSession> sessions) {
        List<Words> words = sessions.stream().flatMap(AppendVersion::words).toList();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(STATEMENT)) {
            Columns<VersionedSession> versions = new Columns<>(connection, sessions);
            insert.setArray(1, versions.texts(VersionedSession::id));
            insert.setArray(2, versions.texts(VersionedSession::version));
            insert.setArray(3, versions.texts(VersionedSession::status));
            insert.setArray(4, versions.texts(VersionedSession::clinic));
            insert.setArray(5, versions.texts(VersionedSession::reference));
            insert.setArray(6, versions.texts(VersionedSession::patient));
            insert.setArray(
                    7,
                    versions.texts(session -> StoredContent.of(session.attributes(), session.adverseEvents())
                            .json()));
            insert.setArray(8, versions.texts(VersionedSession::who));
            insert.setArray(9, versions.texts(VersionedSession::reason));
            insert.setArray(10, versions.bytes(VersionedSession::contentHash));
            insert.setArray(11, versions.texts(VersionedSession::firstReceivedAt));
            insert.setArray(12, versions.texts(VersionedSession::receivedAt));
            Columns<Words> texts = new Columns<>(connection, words);
            insert.setArray(13, texts.texts(Words::session));
            insert.setArray(14, texts.texts(Words::event));
            insert.setArray(15, texts.texts(Words::verbatim));
            return ids(insert);
        } catch (SQLException e) {
            throw StoreFailures.failed("%d versions could not be written".formatted(sessions.size()), e);
        }
    }

    private static Stream<Words> words(VersionedSession session) {
        return session.adverseEvents().stream()
                .filter(event -> event.verbatim() != null)
                .map(event -> new Words(session.id(), event.id(), Objects.requireNonNull(event.verbatim())));
    }

    private static Set<UUID> ids(PreparedStatement insert) throws SQLException {
        Set<UUID> ids = new HashSet<>();
        try (ResultSet row = insert.executeQuery()) {
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    /** Rows turned into one array for each column. */
    private record Columns<R>(Connection connection, List<R> rows) {

        /** The server makes of the texts what the column holds. */
        Array texts(Function<R, @Nullable Object> column) throws SQLException {
            return connection.createArrayOf(
                    "text",
                    rows.stream()
                            .map(row -> {
                                Object value = column.apply(row);
                                return value == null ? null : value.toString();
                            })
                            .toArray(String[]::new));
        }

        Array bytes(Function<R, byte[]> column) throws SQLException {
            return connection.createArrayOf("bytea", rows.stream().map(column).toArray(byte[][]::new));
        }
    }
}
