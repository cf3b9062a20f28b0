package io.dripline.intake.session;

import io.dripline.intake.privacy.FreeText;
import io.dripline.privacy.seal.DataKey;
import io.dripline.privacy.seal.TextPlace;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The versions of sessions as they were stated; read here, written by {@link AppendVersion}. */
@ApplicationScoped
class SessionVersions implements PanacheRepositoryBase<SessionVersionRow, Long> {

    private final FreeText freeText;

    SessionVersions(FreeText freeText) {
        this.freeText = freeText;
    }

    Optional<VersionedSession> latest(UUID id) {
        return find("sessionId = ?1 order by version desc", id)
                .firstResultOptional()
                .map(this::complete);
    }

    /** The same without words or reason: it opens nothing, and so does not fail where nothing can be opened. */
    Optional<VersionedSession> latestWithoutWords(UUID id) {
        return find("sessionId = ?1 order by version desc", id)
                .firstResultOptional()
                .map(row -> row.inTheWords(Map.of(), null));
    }

    /** At most {@code limit} versions above {@code after}, oldest first. */
    List<VersionedSession> after(UUID id, int after, int limit) {
        return find("sessionId = ?1 and version > ?2 order by version", id, after).page(0, limit).list().stream()
                .map(this::complete)
                .toList();
    }

    /**
     * Makes the changes of one session wait for each other, until the transaction ends. Taken before the transaction
     * has a number, so that a session's versions are published in their order; a row lock would take a number first.
     */
    void lock(UUID id) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, id.toString())
                .getSingleResult();
    }

    private VersionedSession complete(SessionVersionRow row) {
        if (row.wrapped == null) {
            return row.inTheWords(Map.of(), null);
        }
        DataKey key = freeText.open(row.wrapped);
        TextPlace place = new TextPlace(row.sessionId, row.version);
        Map<UUID, String> words = getEntityManager()
                .createQuery(
                        "from SessionTextRow where key.sessionId = :id and key.version = :version",
                        SessionTextRow.class)
                .setParameter("id", row.sessionId)
                .setParameter("version", row.version)
                .getResultStream()
                .collect(Collectors.toMap(
                        text -> text.key.eventId(), text -> key.open(text.sealed, place.ofWords(text.key.eventId()))));
        return row.inTheWords(words, row.reason == null ? null : key.open(row.reason, place.ofReason()));
    }
}
