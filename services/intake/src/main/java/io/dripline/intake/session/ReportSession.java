package io.dripline.intake.session;

import io.dripline.contracts.session.SessionStatus;
import io.dripline.intake.privacy.KeyedHashes;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Stores a session that a clinic reports, once however often it is sent. */
@Singleton
class ReportSession {

    /** What became of a report. */
    sealed interface Outcome {

        /** Stored now. */
        record Stored(VersionedSession session) implements Outcome {}

        /** Said before in the same way; {@code session} is how it stands today. */
        record Repeated(VersionedSession session) implements Outcome {}

        /** The reference names another report. */
        record Contradicted(UUID id) implements Outcome {}
    }

    private final CheckSession checkSession;
    private final KeyedHashes hashes;
    private final AppendVersion appendVersion;
    private final SessionVersions versions;
    private final Clock clock;

    ReportSession(
            CheckSession checkSession,
            KeyedHashes hashes,
            AppendVersion appendVersion,
            SessionVersions versions,
            Clock clock) {
        this.checkSession = checkSession;
        this.hashes = hashes;
        this.appendVersion = appendVersion;
        this.versions = versions;
        this.clock = clock;
    }

    Outcome report(NewSession posted, String clinic, String who) {
        checkSession.check(posted);
        StatedSession stated = StatedSession.of(posted, hashes.pseudonym(clinic, String.valueOf(posted.patient())));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        VersionedSession session = new VersionedSession(
                EventIds.next(),
                1,
                SessionStatus.ACTIVE,
                clinic,
                stated.reference(),
                stated.patient(),
                stated.attributes(),
                EventIds.keep(List.of(), stated.adverseEvents()),
                who,
                null,
                hashes.contentHash(stated.canonical()),
                now,
                now);
        return appendVersion.append(session) ? new Outcome.Stored(session) : compareWithFirst(session);
    }

    private Outcome compareWithFirst(VersionedSession repeated) {
        VersionedSession first =
                versions.first(repeated.clinic(), repeated.reference()).orElseThrow();
        return MessageDigest.isEqual(first.contentHash(), repeated.contentHash())
                ? new Outcome.Repeated(versions.latest(first.id()).orElseThrow())
                : new Outcome.Contradicted(first.id());
    }
}
