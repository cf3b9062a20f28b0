package io.dripline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.dripline.parsers.AnyText;

/** A place in who did what is read or refused as the doors expect it. */
class EntryCursorFuzzTest {

    @FuzzTest
    void cursor(byte[] bytes) {
        try {
            EntryCursor cursor = EntryCursor.of(AnyText.of(bytes));

            assertThat(EntryCursor.of(cursor.toString())).isEqualTo(cursor);
        } catch (IllegalArgumentException expected) {
            // The doors answer 400.
        }
    }
}
