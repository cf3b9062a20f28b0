package io.dripline.intake.erasure;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.dripline.intake.request.StrictJson;
import io.dripline.parsers.Refusals;

/** Whatever is posted as an erasure is one, or is refused. */
class NewErasureFuzzTest {

    @FuzzTest
    void erasure(byte[] json) throws Exception {
        Refusals.read(() -> StrictJson.read(json, NewErasure.class));
    }
}
