package io.dripline.reporting.caller;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.dripline.parsers.AnyText;
import io.dripline.parsers.Refusals;

/** A head of reporting's is read or refused with a 4xx. */
class IfMatchFuzzTest {

    @FuzzTest
    void ifMatch(byte[] header) throws Exception {
        IfMatch read = Refusals.read(() -> IfMatch.required(AnyText.of(header), "expected a version"));
        if (read != null) {
            read.matches(1);
        }
    }
}
