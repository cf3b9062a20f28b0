package io.dripline.reporting.dashboard.alert;

import io.dripline.contracts.alert.Alert;
import io.dripline.reporting.behalf.Answer;
import io.dripline.reporting.cases.CasePlace;
import io.dripline.reporting.cases.NumberedPage;
import io.dripline.reporting.dashboard.layout.Addresses;
import io.dripline.reporting.dashboard.layout.ClassificationWords;
import io.dripline.reporting.dashboard.layout.ShownTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of the cases behind an alert.
 *
 * @param address of its first page
 * @param counted what the alert counted, in words
 * @param next address of the next page, null after the last
 * @param isFirst whether nothing lies before it
 * @param cut that there are more than are listed; null where there are not
 * @param refused why nothing can be shown, null if it can
 */
public record CasesView(
        String id,
        String title,
        String address,
        String counted,
        ShownTime raisedAt,
        List<CaseLine> lines,
        @Nullable String next,
        boolean isFirst,
        @Nullable String cut,
        @Nullable String refused) {

    static final String NO_PAGE = "This address is of no page of this listing any more.";

    /** What to do where there are more than are listed. */
    static final String MORE =
            "There are more than the %d cases that are listed here; GET /cases of the classification service lists all.";

    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;

    public CasesView {
        lines = List.copyOf(lines);
    }

    /** All that is asked is the alert's own but for the place, which stands in the address. */
    static @Nullable String why(Answer<NumberedPage> answer, CasePlace place) {
        int status = ClassificationWords.status(answer);
        if (place.after() != null && (status == BAD_REQUEST || status == UNPROCESSABLE)) {
            return NO_PAGE;
        }
        if (status == UNPROCESSABLE) {
            return "The clock of the classification service is behind, so the listing of so young an alert cannot be asked for yet. Try again in half a minute.";
        }
        return ClassificationWords.why(answer);
    }

    static CasesView of(Alert alert, Answer<NumberedPage> answer, CasePlace place, int most) {
        NumberedPage page = answer instanceof Answer.Given<NumberedPage>(NumberedPage given)
                ? given
                : new NumberedPage(List.of(), null, false);
        return new CasesView(
                alert.id().toString(),
                DescribeAlertPage.title(alert),
                address(alert),
                DescribeAlertPage.observed(alert),
                new ShownTime(alert.raisedAt()),
                page.items().stream().map(CaseLine::of).toList(),
                page.next() == null ? null : address(alert, page.next()),
                place.isStart(),
                page.isCut() ? MORE.formatted(most) : null,
                why(answer, place));
    }

    private static String address(Alert alert) {
        return "/alerts/%s/cases".formatted(alert.id());
    }

    private static String address(Alert alert, CasePlace place) {
        Map<String, String> parameters = new HashMap<>();
        if (place.after() != null) {
            parameters.put("after", place.after());
        }
        if (place.from() > 1) {
            parameters.put("from", Integer.toString(place.from()));
        }
        return Addresses.with(address(alert), parameters);
    }
}
