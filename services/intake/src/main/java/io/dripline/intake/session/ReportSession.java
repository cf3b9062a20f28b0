package io.dripline.intake.session;

import io.dripline.contracts.session.SessionStatus;
import io.dripline.intake.privacy.KeyedHashes;
import io.dripline.intake.privacy.Patients;
import io.dripline.intake.session.FirstVersions.FirstVersion;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Stores sessions that a clinic reports, each once however often it is sent. */
@Singleton
class ReportSession {

    /** What became of a report. */
    sealed interface Outcome {

        /** Stored now. */
        record Stored(VersionedSession session) implements Outcome {}

        /** Said before in the same way. */
        record Repeated(UUID id) implements Outcome {}

        /** The reference names another report. */
        record Contradicted(UUID id) implements Outcome {}
    }

    private final CheckSession checkSession;
    private final KeyedHashes hashes;
    private final Patients patients;
    private final AppendVersion appendVersion;
    private final FirstVersions firstVersions;
    private final Clock clock;

    ReportSession(
            CheckSession checkSession,
            KeyedHashes hashes,
            Patients patients,
            AppendVersion appendVersion,
            FirstVersions firstVersions,
            Clock clock) {
        this.checkSession = checkSession;
        this.hashes = hashes;
        this.patients = patients;
        this.appendVersion = appendVersion;
        this.firstVersions = firstVersions;
        this.clock = clock;
    }

    /**
     * A report as the first version that it would be; nothing is stored.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 naming every violated field
     */
    Report firstVersion(NewSession posted, String clinic, String who) {
        checkSession.check(posted);
        String code = String.valueOf(posted.patient());
        StatedSession stated = StatedSession.of(posted);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        VersionedSession session = new VersionedSession(
                EventIds.next(),
                1,
                SessionStatus.ACTIVE,
                clinic,
                stated.reference(),
                patients.newId(),
                stated.attributes(),
                EventIds.keep(List.of(), stated.adverseEvents()),
                who,
                null,
                hashes.contentHash(stated.canonical()),
                now,
                now);
        return new Report(
                session,
                hashes.codeHash(clinic, code),
                hashes.contentHash(
                        stated.of(hashes.formerPseudonym(clinic, code)).canonical()));
    }

    /** As {@link #store(String, List)}, for one. */
    Outcome store(Report report) {
        return store(report.session().clinic(), List.of(report)).getFirst();
    }

    /**
     * Stores what was not reported before, in one transaction; where two say something under one reference, as if they
     * had come one after another.
     *
     * @param reports first versions of {@code clinic}
     * @return an outcome for each, in their order
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 if the database cannot be reached
     */
    List<Outcome> store(String clinic, List<Report> reports) {
        Set<UUID> written = appendVersion.first(reports);
        List<String> known = reports.stream()
                .map(Report::session)
                .filter(session -> !written.contains(session.id()))
                .map(VersionedSession::reference)
                .toList();
        Map<String, FirstVersion> first = known.isEmpty() ? Map.of() : firstVersions.under(known, clinic);
        return reports.stream()
                .map(report -> written.contains(report.session().id())
                        ? new Outcome.Stored(report.session())
                        : compare(
                                report,
                                Objects.requireNonNull(
                                        first.get(report.session().reference()))))
                .toList();
    }

    private static Outcome compare(Report report, FirstVersion first) {
        return first.says(report) ? new Outcome.Repeated(first.id()) : new Outcome.Contradicted(first.id());
    }
}
