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
    private final Clock clock;

    ErasePatient(Patients patients, EraseWords eraseWords, Erasures erasures, Clock clock) {
        this.patients = patients;
        this.eraseWords = eraseWords;
        this.erasures = erasures;
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
        int sessions = eraseWords.of(patient, who, at);
        Optional<Erasure> before = sessions == 0 ? erasures.lastOf(patient) : Optional.empty();
        if (before.isPresent()) {
            return new Outcome(before.get(), false);
        }
        Erasure erasure = new Erasure(id, ground, who, at, sessions);
        erasures.add(erasure, clinic, patient);
        return new Outcome(erasure, true);
    }

    private Optional<String> find(String clinic, String code) {
        try {
            return patients.find(clinic, code);
        } catch (SQLException e) {
            throw StoreFailures.failed("A patient could not be looked up", e);
        }
    }
}
