package io.dripline.reporting.incidence;

import io.dripline.reporting.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** From a request's parameters to rates, all as of one moment. */
@ApplicationScoped
public class AnswerIncidence {

    private final Jdbi jdbi;
    private final Incidences incidences;
    private final KnownMeasures measures;
    private final Caller caller;

    AnswerIncidence(Jdbi jdbi, Incidences incidences, KnownMeasures measures, Caller caller) {
        this.jdbi = jdbi;
        this.incidences = incidences;
        this.measures = measures;
        this.caller = caller;
    }

    /**
     * The rates that the caller asked for and may see.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem naming every parameter that is wrong
     */
    Incidence of(MultivaluedMap<String, String> parameters) {
        return answer(new ReadIncidenceQuestion(parameters, measures::knows).read(caller::clinicToShow));
    }

    /**
     * Every clinic's rate, for callers who may see all of them; the parameters are those of {@code /api/incidence} but for
     * {@code clinic} and {@code by}.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem naming every parameter that is wrong
     */
    public Incidence byClinic(MultivaluedMap<String, String> parameters) {
        return answer(askByClinic(parameters));
    }

    /** The question of {@link #byClinic}, so that more can be asked of the same exposures. */
    public IncidenceQuestion askByClinic(MultivaluedMap<String, String> parameters) {
        return new ReadIncidenceQuestion(parameters, measures::knows).readByClinic();
    }

    /** Whether a measure is one that can be asked for. */
    public boolean knows(String measure) {
        return measures.knows(measure);
    }

    /**
     * A question by week about one measure, of first courses unless the parameters say otherwise, for callers who may see
     * every clinic; the parameters are those of {@code /api/incidence} but for {@code measure} and {@code by}.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem naming every parameter that is wrong
     */
    public IncidenceQuestion weekly(String measure, MultivaluedMap<String, String> parameters) {
        return new ReadIncidenceQuestion(parameters, measures::knows).readWeekly(measure);
    }

    /** The terms that a question's measure is made of, with how many exposures are affected by each, the most first. */
    public Map<String, Long> terms(IncidenceQuestion question) {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> terms(handle, question));
    }

    /** The same within a transaction of the caller's. */
    public Map<String, Long> terms(Handle handle, IncidenceQuestion question) {
        List<String> terms = measures.termsOf(question.measures().getFirst());
        return terms.isEmpty() ? Map.of() : incidences.affectedBy(handle, question, terms);
    }

    /** The rates that a question asks for, all as of one moment. */
    public Incidence answer(IncidenceQuestion question) {
        String measure = question.measures().getFirst();
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            Generation generation = incidences.active(handle);
            List<Rate> rows = incidences.answer(handle, question).stream()
                    .filter(sum -> sum.exposed() > 0)
                    .map(Rate::of)
                    .toList();
            if (rows.isEmpty() && question.by() == null) {
                rows = List.of(Rate.of(null, 0, 0, 0));
            }
            return new Incidence(measure, question.unit(), rows, generation.appliedAt(), generation.id());
        });
    }
}
