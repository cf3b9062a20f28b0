package io.dripline.intake.session;

import io.dripline.contracts.session.AdverseEvent;
import io.dripline.contracts.session.SessionStatus;
import io.dripline.intake.privacy.HideCode;
import io.dripline.intake.privacy.KeyedHashes;
import io.dripline.intake.privacy.Patients;
import io.dripline.intake.request.Refusal;
import io.dripline.intake.request.StoreFailures;
import io.dripline.intake.request.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Adds a version to a session: amends it, adds an event to it or withdraws it. Nothing that was stated before is lost. */
@ApplicationScoped
class ChangeSession {

    /** Who changes which version, and why; an event is added without saying why. */
    record Change(
            UUID id, String clinic, String who, @Nullable String reason, IfMatch ifMatch) {}

    private final CheckSession checkSession;
    private final KeyedHashes hashes;
    private final Patients patients;
    private final AppendVersion appendVersion;
    private final SessionVersions versions;
    private final Clock clock;

    ChangeSession(
            CheckSession checkSession,
            KeyedHashes hashes,
            Patients patients,
            AppendVersion appendVersion,
            SessionVersions versions,
            Clock clock) {
        this.checkSession = checkSession;
        this.hashes = hashes;
        this.patients = patients;
        this.appendVersion = appendVersion;
        this.versions = versions;
        this.clock = clock;
    }

    /**
     * The session as {@code posted} states it anew.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404, 409 if withdrawn, 412 if changed meanwhile, 422
     */
    @Transactional
    VersionedSession amend(Change change, NewSession posted) {
        checkSession.check(posted);
        StatedSession stated = StatedSession.of(posted);
        return append(change, current -> {
            refuseAnotherSession(current, stated, String.valueOf(posted.patient()));
            return current.amended(
                    stated.attributes(),
                    EventIds.keep(current.adverseEvents(), stated.adverseEvents()),
                    hashes.contentHash(stated.canonical()),
                    change.who(),
                    hide(change.reason(), String.valueOf(posted.patient())),
                    now());
        });
    }

    /** The session with one event more; throws as {@link #amend}. */
    @Transactional
    VersionedSession add(Change change, NewAdverseEvent posted) {
        return append(change, current -> {
            checkSession.checkAdded(posted, current);
            List<AdverseEvent> events = new ArrayList<>(current.adverseEvents());
            events.add(StatedEvent.of(posted, hideCodeOf(current)).named(EventIds.next()));
            StatedSession stated = new StatedSession(
                    current.reference(),
                    null,
                    current.attributes(),
                    events.stream().map(StatedEvent::of).toList());
            return current.amended(
                    current.attributes(),
                    events,
                    hashes.contentHash(stated.canonical()),
                    change.who(),
                    change.reason(),
                    now());
        });
    }

    /** The session as one that counts nowhere; throws as {@link #amend}. */
    @Transactional
    VersionedSession withdraw(Change change) {
        String reason = Objects.requireNonNull(change.reason());
        return append(
                change,
                current -> current.withdrawn(change.who(), hideCodeOf(current).apply(reason), now()));
    }

    private VersionedSession append(Change change, UnaryOperator<VersionedSession> next) {
        versions.lock(change.id());
        VersionedSession current = versions.latest(change.id())
                .filter(session -> session.clinic().equals(change.clinic()))
                .orElseThrow(Refusal::unknownSession);
        if (current.status() == SessionStatus.WITHDRAWN) {
            throw Refusal.withdrawn(URI.create("/sessions/" + current.id()));
        }
        if (!change.ifMatch().matches(current.version())) {
            throw Refusal.stale(current.version());
        }
        VersionedSession version = next.apply(current);
        appendVersion.next(List.of(version));
        return version;
    }

    private void refuseAnotherSession(VersionedSession current, StatedSession stated, String code) {
        List<Violation> violations = new ArrayList<>();
        if (!patientOf(current.clinic(), code).equals(Optional.of(current.patient()))) {
            violations.add(new Violation(
                    "patient", "a session's patient cannot change: withdraw the session and report it anew"));
        }
        if (!current.reference().equals(stated.reference())) {
            violations.add(new Violation(
                    "reference", "a session's reference cannot change: withdraw the session and report it anew"));
        }
        if (!violations.isEmpty()) {
            throw Refusal.rulesBroken(violations);
        }
    }

    private Optional<String> patientOf(String clinic, String code) {
        try {
            return patients.find(clinic, code);
        } catch (SQLException e) {
            throw StoreFailures.failed("A patient could not be looked up", e);
        }
    }

    private UnaryOperator<String> hideCodeOf(VersionedSession session) {
        try {
            Predicate<String> isCode = patients.isCodeOf(session.patient(), session.clinic());
            return text -> HideCode.in(text, isCode);
        } catch (SQLException e) {
            throw StoreFailures.failed("A patient could not be looked up", e);
        }
    }

    private static @Nullable String hide(@Nullable String reason, String code) {
        return reason == null ? null : HideCode.in(reason, code);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
