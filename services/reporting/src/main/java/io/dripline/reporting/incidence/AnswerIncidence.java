package io.dripline.reporting.incidence;

import io.dripline.reporting.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
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
        return answer(new ReadIncidenceQuestion(parameters, measures::knows).readByClinic());
    }

    private Incidence answer(IncidenceQuestion question) {
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
