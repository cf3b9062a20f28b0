package io.dripline.reporting.dashboard.alert;

import io.dripline.contracts.alert.Alert;
import io.dripline.reporting.behalf.Answer;
import io.dripline.reporting.cases.CasePage;
import io.dripline.reporting.dashboard.layout.Addresses;
import io.dripline.reporting.dashboard.layout.ClassificationWords;
import io.dripline.reporting.dashboard.layout.ShownTime;
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
        @Nullable String refused) {

    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;

    public CasesView {
        lines = List.copyOf(lines);
    }

    private static boolean isFirst(@Nullable String after) {
        return after == null || after.isEmpty();
    }

    /** All that is asked is the alert's own but for the place, which stands in the address. */
    private static @Nullable String why(Answer<CasePage> answer, boolean isFirst) {
        int status = ClassificationWords.status(answer);
        if (!isFirst && (status == BAD_REQUEST || status == UNPROCESSABLE)) {
            return "This address is of no page of this listing any more.";
        }
        if (status == UNPROCESSABLE) {
            return "The clock of the classification service is behind, so the listing of so young an alert cannot be asked for yet. Try again in half a minute.";
        }
        return ClassificationWords.why(answer);
    }

    static CasesView of(Alert alert, Answer<CasePage> answer, @Nullable String after) {
        String address = "/alerts/%s/cases".formatted(alert.id());
        CasePage page =
                answer instanceof Answer.Given<CasePage>(CasePage given) ? given : new CasePage(List.of(), null);
        return new CasesView(
                alert.id().toString(),
                DescribeAlertPage.title(alert),
                address,
                DescribeAlertPage.observed(alert),
                new ShownTime(alert.raisedAt()),
                page.items().stream().map(CaseLine::of).toList(),
                page.next() == null ? null : Addresses.with(address, Map.of("after", page.next())),
                isFirst(after),
                why(answer, isFirst(after)));
    }
}
