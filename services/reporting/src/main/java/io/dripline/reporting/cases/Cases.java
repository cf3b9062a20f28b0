package io.dripline.reporting.cases;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.WeekCount;
import io.dripline.reporting.behalf.Answer;
import io.dripline.reporting.behalf.AskOnBehalf;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
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

    /** How many are listed as a whole at most. */
    public static final int MOST = 20_000;

    /** How many classification gives at once. */
    private static final int AT_ONCE = 200;

    private final AskCases classification;
    private final AskOnBehalf onBehalf;

    Cases(@RestClient AskCases classification, AskOnBehalf onBehalf) {
        this.classification = classification;
        this.onBehalf = onBehalf;
    }

    /**
     * A page of the affected exposures of an alert's weeks and cohort, in the state in which they were stored when it was raised. What
     * was on its way down the line at that moment was counted but is not listed, or the other way round.
     *
     * @param place what a page named as next, or the start. What lies before it is asked for again: who was listed there keeps the number
     */
    public Answer<NumberedPage> behind(Alert alert, CasePlace place) {
        int before = place.from() - 1;
        return upTo(alert, place.after(), before + PAGE, before == 0 ? 0 : before + 1)
                .map(found -> {
                    List<NumberedCase> all = found.items();
                    List<NumberedCase> page = all.subList(Math.min(before, all.size()), all.size());
                    if (found.next() == null) {
                        return new NumberedPage(page, null);
                    }
                    // Where none was found yet nobody has a number, so that it can go on from there.
                    return new NumberedPage(
                            page,
                            all.isEmpty()
                                    ? new CasePlace(found.next(), 1)
                                    : new CasePlace(place.after(), all.size() + 1));
                });
    }

    /** The same as a whole; at most {@value #MOST}, where there are more {@code next} says so. */
    public Answer<NumberedPage> allBehind(Alert alert) {
        return upTo(alert, null, MOST, MOST)
                .map(found -> new NumberedPage(
                        found.items(),
                        found.next() == null
                                ? null
                                : new CasePlace(null, found.items().size() + 1)));
    }

    /** What was found of a listing. @param next cursor behind it; null where it is all */
    private record Found(List<NumberedCase> items, @Nullable String next) {}

    /**
     * The first cases behind a place.
     *
     * @param most how many at most
     * @param enough how many end the search, as the listing's end does; 0: whatever the first answer holds
     */
    private Answer<Found> upTo(Alert alert, @Nullable String start, int most, int enough) {
        NumberPatients number = new NumberPatients();
        List<NumberedCase> items = new ArrayList<>();
        String after = start;
        do {
            Answer<CasePage> answer = ask(alert, after, Math.min(AT_ONCE, most - items.size()));
            if (!(answer instanceof Answer.Given<CasePage>(CasePage page))) {
                return answer.map(page -> new Found(List.of(), null));
            }
            items.addAll(number.of(page.items()));
            after = page.next();
        } while (after != null && items.size() < enough);
        return new Answer.Given<>(new Found(items, after));
    }

    private Answer<CasePage> ask(Alert alert, @Nullable String after, int limit) {
        Map<String, String> question = new HashMap<>(alert.cohort());
        question.put("measure", alert.measure());
        question.put("unit", alert.unit().name());
        List<WeekCount> weeks = alert.evidence().weeks();
        if (!weeks.isEmpty()) {
            question.put("from", weeks.getFirst().week().toString());
            question.put("to", weeks.getLast().week().toString());
        }
        question.put("asOf", alert.raisedAt().toString());
        question.put("limit", Integer.toString(limit));
        if (after != null) {
            question.put("after", after);
        }
        return onBehalf.ask("classification", token -> classification.cases(token, question));
    }
}
