package io.dripline.reporting.posting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.reporting.behalf.Answer;
import io.dripline.reporting.behalf.AskOnBehalf;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Reports several sessions at once for the person who is signed in. */
@ApplicationScoped
public class ReportBatch {

    private static final Logger LOG = Logger.getLogger(ReportBatch.class);

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final AskIntake intake;
    private final AskOnBehalf onBehalf;

    ReportBatch(@RestClient AskIntake intake, AskOnBehalf onBehalf) {
        this.intake = intake;
        this.onBehalf = onBehalf;
    }

    /**
     * Reports sessions, each by itself: one that is refused harms no other. The same may be sent again.
     *
     * @return an answer for each, in their order
     * @throws IntakeAwayException where intake does not answer for each of them; it may have stored some all the same
     */
    public List<LineAnswer> report(List<? extends JsonNode> sessions) {
        String lines = sessions.stream().map(JsonNode::toString).collect(Collectors.joining("\n"));
        Answer<String> answer =
                onBehalf.ask("intake", token -> Objects.requireNonNullElse(intake.batch(token, lines), ""));
        if (!(answer instanceof Answer.Given<String>(String given))) {
            throw IntakeAwayException.because(answer);
        }
        try {
            List<LineAnswer> answers = read(given);
            if (answers.size() == sessions.size()) {
                return answers;
            }
            LOG.warnf("Expected %d answers of intake, found %d", sessions.size(), answers.size());
        } catch (IllegalStateException e) {
            LOG.warnf("An answer of intake cannot be read: %s", e.getMessage());
        }
        throw IntakeAwayException.otherwise();
    }

    private static List<LineAnswer> read(String answers) {
        List<LineAnswer> read = new ArrayList<>();
        for (String answer : answers.split("\n", -1)) {
            if (!answer.isBlank()) {
                read.add(read(answer, read.size() + 1));
            }
        }
        return read;
    }

    private static LineAnswer read(String answer, int line) {
        try {
            LineAnswer read = Objects.requireNonNull(JSON.readValue(answer, LineAnswer.class));
            if (read.line() != line) {
                throw new IllegalStateException("expected line %d, found %d".formatted(line, read.line()));
            }
            return read;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("expected the answer of line " + line, e);
        }
    }
}
