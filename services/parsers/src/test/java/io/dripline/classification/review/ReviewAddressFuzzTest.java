package io.dripline.classification.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.dripline.parsers.AnyText;
import io.dripline.parsers.Refusals;

/** What stands in the address or the head of a review is read or refused with a 4xx. */
class ReviewAddressFuzzTest {

    @FuzzTest
    void cursor(byte[] bytes) {
        try {
            ReviewCursor cursor = ReviewCursor.of(AnyText.of(bytes));

            assertThat(ReviewCursor.of(cursor.toString())).isEqualTo(cursor);
        } catch (IllegalArgumentException expected) {
            // The door answers 400.
        }
    }

    @FuzzTest
    void ifMatch(byte[] header) throws Exception {
        IfMatch read = Refusals.read(() -> IfMatch.of(AnyText.of(header)));
        if (read != null) {
            read.matches(1);
        }
    }
}
