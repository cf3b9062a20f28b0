package io.dripline.reporting.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.dripline.parsers.Refusals;
import io.dripline.reporting.caller.StrictJson;
import java.io.ByteArrayInputStream;

/** Whatever an officer gives as a null is one inside (0, 1), or is refused. */
class NewNullFuzzTest {

    @FuzzTest
    void given(byte[] json) throws Exception {
        NewNull.Stated stated = Refusals.read(() ->
                StrictJson.read(new ByteArrayInputStream(json), NewNull.class).read());
        if (stated != null) {
            assertThat(stated.p0()).isGreaterThan(0).isLessThan(1);
            assertThat(stated.reason()).isNotBlank();
        }
    }
}
