package io.dripline.reporting.dashboard.review;

import io.dripline.reporting.behalf.Answer;
import io.dripline.reporting.dashboard.layout.Addresses;
import io.dripline.reporting.dashboard.layout.ClassificationWords;
import io.dripline.reporting.review.RulingPage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of rulings that hold.
 *
 * @param next address of the next page, null after the last
 * @param isFirst whether nothing lies before it
 * @param refused why nothing can be shown, null if it can
 */
public record GivenView(
        List<RulingLine> lines,
        @Nullable String next,
        boolean isFirst,
        @Nullable String refused) {

    public GivenView {
        lines = List.copyOf(lines);
    }

    static GivenView of(Answer<RulingPage> answer, @Nullable String after) {
        boolean isFirst = after == null || after.isEmpty();
        return switch (answer) {
            case Answer.Given<RulingPage>(RulingPage page) ->
                new GivenView(
                        page.items().stream().map(RulingLine::of).toList(),
                        page.next() == null ? null : Addresses.with("/reviews/rulings", Map.of("after", page.next())),
                        isFirst,
                        null);
            case Answer.Away<RulingPage> _, Answer.Refused<RulingPage> _ ->
                new GivenView(List.of(), null, isFirst, ClassificationWords.why(answer));
        };
    }
}
