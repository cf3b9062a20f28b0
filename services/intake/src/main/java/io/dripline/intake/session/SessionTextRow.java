package io.dripline.intake.session;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code session_text}: the words of one event in one version, sealed. */
@Entity
@Immutable
@Table(name = "session_text")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class SessionTextRow {

    @Embeddable
    record Key(
            @Column(name = "session_id") UUID sessionId,
            int version,
            @Column(name = "event_id") UUID eventId) {}

    @EmbeddedId
    Key key;

    byte[] sealed;
}
