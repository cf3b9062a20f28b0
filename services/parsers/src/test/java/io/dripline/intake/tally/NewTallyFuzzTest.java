package io.dripline.intake.tally;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.dripline.intake.request.StrictJson;
import io.dripline.parsers.Refusals;

/** Whatever is put as a day's tally is one, or is refused. */
class NewTallyFuzzTest {

    @FuzzTest
    void tally(byte[] json) throws Exception {
        Refusals.read(() -> StrictJson.read(json, NewTally.class));
    }
}
