package io.dripline.intake.session;

import io.agroal.api.AgroalDataSource;
import io.dripline.intake.privacy.FreeText;
import io.dripline.intake.privacy.KeyedHashes;
import io.dripline.intake.request.StoreFailures;
import io.dripline.intake.session.SealedVersion.Words;
import io.dripline.trace.Hop;
import io.dripline.trace.Traces;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;
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
                                     ?::bytea[], ?::bytea[], ?::timestamptz[], ?::timestamptz[], ?::bytea[], ?::bytea[],
                                     ?::text[])
                    with ordinality
                    as s (session_id, version, status, clinic, reference, patient, content, who, reason, content_hash,
                          first_received_at, received_at, code_hash, wrapped, traceparent, line)),
            made as (
                insert into patient (id, code_hash, depth)
                select distinct on (code_hash) patient, code_hash, ? from stated
                where code_hash is not null
                  and not exists (select from patient where patient.code_hash = stated.code_hash)
                order by code_hash
                on conflict (code_hash) do update set code_hash = excluded.code_hash
                returning code_hash, id),
            v as (
                insert into session_version (session_id, version, status, clinic, reference, patient, content, who,
                                             content_hash, first_received_at, received_at, traceparent)
                select session_id, version, status, clinic, reference, coalesce(made.id, known.id, stated.patient), content,
                       who, content_hash, first_received_at, received_at, traceparent
                from stated left join made using (code_hash) left join patient as known using (code_hash)
                order by clinic, reference, line
                on conflict (clinic, reference) where version = 1 do nothing
                returning session_id, version, patient),
            keys as (
                insert into patient_key (session_id, version, patient, wrapped)
                select session_id, version, v.patient, wrapped from v join stated using (session_id, version)
                where wrapped is not null),
            words as (
                insert into session_text (session_id, version, event_id, sealed)
                select v.session_id, v.version, w.event_id, w.sealed
                from v join unnest(?::uuid[], ?::uuid[], ?::bytea[]) as w (session_id, event_id, sealed) using (session_id)),
            reasons as (
                insert into session_reason (session_id, version, sealed)
                select session_id, version, reason from v join stated using (session_id, version) where reason is not null)
            select session_id from v
            """;

    /** A version that is to be written, and by what its patient is found where it is a first one. */
    @SuppressWarnings("ArrayRecordComponent") // handed to the driver
    private record Written(VersionedSession session, byte @Nullable [] codeHash, Hop hop) {}

    private static final Logger LOG = Logger.getLogger(AppendVersion.class);

    private final AgroalDataSource dataSource;
    private final KeyedHashes hashes;
    private final FreeText freeText;
    private final Event<VersionAppended> appended;
    private final Traces traces;

    AppendVersion(
            AgroalDataSource dataSource,
            KeyedHashes hashes,
            FreeText freeText,
            Event<VersionAppended> appended,
            Traces traces) {
        this.dataSource = dataSource;
        this.hashes = hashes;
        this.freeText = freeText;
        this.appended = appended;
        this.traces = traces;
    }

    /**
     * Writes first versions and the patients who are new. Committed on return. Two writers that share patients or references take
     * them in the same order, patients first, so that neither waits for the other for ever.
     *
     * @param reports of several under one reference the first counts
     * @return the ids of what was written: all but those whose reference the clinic had used
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 if the database cannot be reached; nothing was written,
     *     or all of it
     */
    Set<UUID> first(List<Report> reports) {
        return append(reports.stream()
                .map(report -> new Written(report.session(), report.codeHash(), hop()))
                .toList());
    }

    /**
     * Writes the next versions of some sessions, no two of the same one. Committed on return, unless a transaction is under way,
     * which then decides. Throws as {@link #first}.
     */
    void next(List<VersionedSession> versions) {
        append(versions.stream()
                .map(version -> new Written(version, null, hop()))
                .toList());
    }

    /** The request's, or one of its own for what comes in a batch. */
    private Hop hop() {
        Hop current = Hop.current();
        return current == null ? traces.begin("write session", null) : current;
    }

    private Set<UUID> append(List<Written> rows) {
        try {
            Set<UUID> written = write(rows);
            if (!written.isEmpty()) {
                appended.fire(new VersionAppended(rows.stream()
                        .filter(row -> written.contains(row.session().id()))
                        .map(row -> new VersionAppended.Version(
                                row.session().id(),
                                row.session().version(),
                                row.hop().of(row.session().id(), row.session().version())))
                        .toList()));
            }
            return written;
        } finally {
            rows.stream().map(Written::hop).filter(hop -> hop != Hop.current()).forEach(Hop::close);
        }
    }

    /** By these lines a report's way is found, so they speak of what is committed. */
    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) VersionAppended event) {
        event.versions()
                .forEach(version -> version.hop()
                        .log(LOG, "Session %s version %d is written", version.session(), version.version()));
    }

    private Set<UUID> write(List<Written> rows) {
        List<VersionedSession> sessions = rows.stream().map(Written::session).toList();
        List<SealedVersion> sealed = sessions.stream()
                .map(session -> SealedVersion.of(session, freeText))
                .toList();
        List<Words> words =
                sealed.stream().flatMap(version -> version.words().stream()).toList();
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
            Columns<SealedVersion> seals = new Columns<>(connection, sealed);
            insert.setArray(9, seals.bytes(SealedVersion::reason));
            insert.setArray(10, versions.bytes(VersionedSession::contentHash));
            insert.setArray(11, versions.texts(VersionedSession::firstReceivedAt));
            insert.setArray(12, versions.texts(VersionedSession::receivedAt));
            insert.setArray(13, new Columns<>(connection, rows).bytes(Written::codeHash));
            insert.setArray(14, seals.bytes(SealedVersion::wrapped));
            insert.setArray(
                    15, new Columns<>(connection, rows).texts(row -> row.hop().traceparent()));
            insert.setInt(16, hashes.depth());
            Columns<Words> texts = new Columns<>(connection, words);
            insert.setArray(17, texts.texts(Words::session));
            insert.setArray(18, texts.texts(Words::event));
            insert.setArray(19, texts.bytes(Words::sealed));
            return ids(insert);
        } catch (SQLException e) {
            throw StoreFailures.failed("%d versions could not be written".formatted(sessions.size()), e);
        }
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

        Array bytes(Function<R, byte @Nullable []> column) throws SQLException {
            return connection.createArrayOf("bytea", rows.stream().map(column).toArray(byte[][]::new));
        }
    }
}
