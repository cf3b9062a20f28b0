package io.dripline.reporting.dashboard.review;

import io.dripline.reporting.behalf.Answer;
import io.dripline.reporting.dashboard.layout.Addresses;
import io.dripline.reporting.dashboard.layout.ClassificationWords;
import io.dripline.reporting.review.ReviewPage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of the queue.
 *
 * @param next address of the next page, null after the last
 * @param isFirst whether nothing lies before it
 * @param refused why nothing can be shown, null if it can
 */
public record QueueView(
        List<QueueLine> lines,
        @Nullable String next,
        boolean isFirst,
        @Nullable String refused) {

    public QueueView {
        lines = List.copyOf(lines);
    }

    static QueueView of(Answer<ReviewPage> answer, @Nullable String after) {
        boolean isFirst = after == null || after.isEmpty();
        return switch (answer) {
            case Answer.Given<ReviewPage>(ReviewPage page) ->
                new QueueView(
                        page.items().stream().map(QueueLine::of).toList(),
                        page.next() == null ? null : Addresses.with("/reviews", Map.of("after", page.next())),
                        isFirst,
                        null);
            case Answer.Away<ReviewPage> _, Answer.Refused<ReviewPage> _ ->
                new QueueView(List.of(), null, isFirst, ClassificationWords.why(answer));
        };
    }
}
