package io.dripline.intake.session;

import io.dripline.contracts.session.SessionStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code session_version}, for reading; {@link AppendVersion} writes them. */
@Entity
@Immutable
@Table(name = "session_version")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class SessionVersionRow {

    @Id
    long seq;

    @Column(name = "session_id")
    UUID sessionId;

    int version;

    @Enumerated(EnumType.STRING)
    SessionStatus status;

    String clinic;
    String reference;
    String patient;

    @ColumnTransformer(read = "cast(content as text)")
    String content;

    String who;

    @Formula("(select r.sealed from session_reason r where r.session_id = session_id and r.version = version)")
    byte @Nullable [] reason;

    @Formula("(select k.wrapped from patient_key k where k.session_id = session_id and k.version = version)")
    byte @Nullable [] wrapped;

    @Column(name = "content_hash")
    byte[] contentHash;

    @Column(name = "first_received_at")
    Instant firstReceivedAt;

    @Column(name = "received_at")
    Instant receivedAt;

    /** @param reasonInWords null: none was given, or it was erased */
    VersionedSession inTheWords(Map<UUID, String> words, @Nullable String reasonInWords) {
        StoredContent stored = StoredContent.read(content);
        return new VersionedSession(
                sessionId,
                version,
                status,
                clinic,
                reference,
                patient,
                stored.attributes(),
                stored.inTheWords(words),
                who,
                reasonInWords,
                contentHash,
                firstReceivedAt,
                receivedAt);
    }
}
