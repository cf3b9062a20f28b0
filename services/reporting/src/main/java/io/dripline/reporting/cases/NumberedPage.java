package io.dripline.reporting.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a listing, by start; it may be short.
 *
 * @param next where the next one begins; null after the last
 * @param isCut whether more cases lie behind it than are listed
 */
public record NumberedPage(
        List<NumberedCase> items, @Nullable CasePlace next, boolean isCut) {

    public NumberedPage {
        items = List.copyOf(items);
    }
}
