package io.dripline.reporting.posting;

import io.dripline.reporting.behalf.Answer;
import io.dripline.reporting.behalf.AskOnBehalf;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Tallies of the clinic of the person who is signed in, beside what was posted. */
@ApplicationScoped
public class PostedDays {

    private final AskIntake intake;
    private final AskOnBehalf onBehalf;

    PostedDays(@RestClient AskIntake intake, AskOnBehalf onBehalf) {
        this.intake = intake;
        this.onBehalf = onBehalf;
    }

    /**
     * Every day on which something was stated or posted, by date.
     *
     * @param to inclusive, at most 365 days after {@code from}
     * @throws IntakeAwayException while intake does not answer
     */
    public List<PostedDay> between(LocalDate from, LocalDate to) {
        Answer<List<PostedDay>> answer =
                onBehalf.ask("intake", token -> intake.tallies(token, from.toString(), to.toString()));
        if (answer instanceof Answer.Given<List<PostedDay>>(List<PostedDay> days)) {
            return days;
        }
        throw IntakeAwayException.because(answer);
    }
}
