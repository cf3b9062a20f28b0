package io.dripline.reporting.cases;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.WeekCount;
import io.dripline.reporting.behalf.Answer;
import io.dripline.reporting.behalf.AskOnBehalf;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** The cases behind what was counted, asked of classification for whoever is signed in. Nothing of it is kept here. */
@ApplicationScoped
public class Cases {

    /** How many a page has at most. */
    public static final int PAGE = 50;

    private final AskCases classification;
    private final AskOnBehalf onBehalf;

    Cases(@RestClient AskCases classification, AskOnBehalf onBehalf) {
        this.classification = classification;
        this.onBehalf = onBehalf;
    }

    /**
     * The affected exposures of an alert's weeks and cohort, in the state in which they were stored when it was raised. What was
     * on its way down the line at that moment was counted but is not listed, or the other way round.
     *
     * @param after what a page named as next, null for the first
     */
    public Answer<CasePage> behind(Alert alert, @Nullable String after) {
        Map<String, String> question = new HashMap<>(alert.cohort());
        question.put("measure", alert.measure());
        question.put("unit", alert.unit().name());
        List<WeekCount> weeks = alert.evidence().weeks();
        if (!weeks.isEmpty()) {
            question.put("from", weeks.getFirst().week().toString());
            question.put("to", weeks.getLast().week().toString());
        }
        question.put("asOf", alert.raisedAt().toString());
        question.put("limit", Integer.toString(PAGE));
        if (after != null) {
            question.put("after", after);
        }
        return onBehalf.ask("classification", token -> classification.cases(token, question));
    }
}
