package io.dripline.intake.erasure;

import io.dripline.intake.privacy.Patients;
import io.dripline.intake.request.Refusal;
import io.dripline.intake.request.StoreFailures;
import io.dripline.intake.session.EraseWords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Erases all that was said about a patient in words, and records that it was. */
@ApplicationScoped
class ErasePatient {

    /**
     * What became of it.
     *
     * @param isNew false where nothing was left of an earlier one
     */
    record Outcome(Erasure erasure, boolean isNew) {}

    private final Patients patients;
    private final EraseWords eraseWords;
    private final Erasures erasures;
    private final NotedErasures noted;
    private final Clock clock;

    ErasePatient(Patients patients, EraseWords eraseWords, Erasures erasures, NotedErasures noted, Clock clock) {
        this.patients = patients;
        this.eraseWords = eraseWords;
        this.erasures = erasures;
        this.noted = noted;
        this.clock = clock;
    }

    /**
     * In one transaction. May be repeated.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 where the clinic never reported the patient; 503
     */
    @Transactional
    Outcome erase(String clinic, String code, Ground ground, String who) {
        String patient = find(clinic, code).orElseThrow(Refusal::unknownPatient);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID id = UUID.randomUUID();
        List<UUID> sessions = eraseWords.of(patient, who, at);
        Optional<Erasure> before = sessions.isEmpty() ? erasures.lastOf(patient) : Optional.empty();
        if (before.isPresent()) {
            return new Outcome(before.get(), false);
        }
        Erasure erasure = new Erasure(id, ground, who, at, sessions.size());
        erasures.add(erasure, clinic, patient);
        if (!sessions.isEmpty()) {
            // Before the commit: a note too many asks for what was asked for anyway.
            noted.add(new NotedErasure(id, clinic, ground, who, at, sessions));
        }
        return new Outcome(erasure, true);
    }

    /**
     * In one transaction. Does nothing where the erasure stands in the database, or what it erased does not.
     *
     * @return how many sessions had words again
     */
    @Transactional
    int eraseAgain(NotedErasure erasure) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant at = now.isBefore(erasure.erasedAt()) ? erasure.erasedAt() : now;
        List<UUID> sessions = eraseWords.again(erasure.sessions(), erasure.erasedAt(), erasure.who(), at);
        if (!sessions.isEmpty()) {
            erasures.addAgain(erasure.erasure(), erasure.clinic(), sessions.getFirst());
        }
        return sessions.size();
    }

    private Optional<String> find(String clinic, String code) {
        try {
            return patients.find(clinic, code);
        } catch (SQLException e) {
            throw StoreFailures.failed("A patient could not be looked up", e);
        }
    }
}
