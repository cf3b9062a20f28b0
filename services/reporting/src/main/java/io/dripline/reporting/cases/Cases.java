package io.dripline.reporting.cases;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.WeekCount;
import io.dripline.reporting.behalf.Answer;
import io.dripline.reporting.behalf.AskOnBehalf;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
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

    /** Whoever asks waits meanwhile; where few are affected an answer takes seconds and may hold nobody. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final String TOO_LONG =
            "Looking through the cases took longer than %d s, so nothing is listed. Try again when the classification service has less to do,"
                    + " or begin with the first page of the listing.";

    private final AskCases classification;
    private final AskOnBehalf onBehalf;
    private final int most;
    private final Duration longest;

    @Inject
    Cases(@RestClient AskCases classification, AskOnBehalf onBehalf) {
        this(classification, onBehalf, MOST, LONGEST);
    }

    /** @param most how many are listed at most @param longest after which nothing more is asked for */
    Cases(AskCases classification, AskOnBehalf onBehalf, int most, Duration longest) {
        this.classification = classification;
        this.onBehalf = onBehalf;
        this.most = most;
        this.longest = longest;
    }

    /** How many are listed at most. */
    public int most() {
        return most;
    }

    /**
     * A page of the affected exposures of an alert's weeks and cohort, in the state in which they were stored when it was raised. What
     * was on its way down the line at that moment was counted but is not listed, or the other way round.
     *
     * @param place what a page named as next, or the start. What lies before it is asked for again: who was listed there keeps the number
     * @throws HttpProblem 503 where that takes too long
     */
    public Answer<NumberedPage> behind(Alert alert, CasePlace place) {
        int before = place.from() - 1;
        return upTo(alert, place.after(), Math.min(before + PAGE, most), before == 0 ? 0 : before + 1)
                .map(found -> {
                    List<NumberedCase> all = found.items();
                    List<NumberedCase> page = all.subList(Math.min(before, all.size()), all.size());
                    if (found.next() == null) {
                        return new NumberedPage(page, null, false);
                    }
                    if (all.size() >= most) {
                        return new NumberedPage(page, null, true);
                    }
                    // Where none was found yet nobody has a number, so that it can go on from there.
                    return new NumberedPage(
                            page,
                            all.isEmpty()
                                    ? new CasePlace(found.next(), 1)
                                    : new CasePlace(place.after(), all.size() + 1),
                            false);
                });
    }

    /**
     * The same as a whole, as far as it is listed.
     *
     * @throws HttpProblem 503 where that takes too long
     */
    public Answer<NumberedPage> allBehind(Alert alert) {
        return upTo(alert, null, most, most).map(found -> new NumberedPage(found.items(), null, found.next() != null));
    }

    /** What was found of a listing. @param next cursor behind it; null where it is all */
    private record Found(List<NumberedCase> items, @Nullable String next) {}

    /**
     * The first cases behind a place.
     *
     * @param atMost how many
     * @param enough how many end the search, as the listing's end does; 0: whatever the first answer holds
     */
    private Answer<Found> upTo(Alert alert, @Nullable String start, int atMost, int enough) {
        NumberPatients number = new NumberPatients();
        List<NumberedCase> items = new ArrayList<>();
        String after = start;
        long begun = System.nanoTime();
        boolean isFound;
        do {
            Answer<CasePage> answer = ask(alert, after, Math.min(AT_ONCE, atMost - items.size()));
            if (!(answer instanceof Answer.Given<CasePage>(CasePage page))) {
                return answer.map(page -> new Found(List.of(), null));
            }
            items.addAll(number.of(page.items()));
            after = page.next();
            isFound = after == null || items.size() >= enough;
            if (!isFound && System.nanoTime() - begun >= longest.toNanos()) {
                throw HttpProblem.valueOf(Response.Status.SERVICE_UNAVAILABLE, TOO_LONG.formatted(longest.toSeconds()));
            }
        } while (!isFound);
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
