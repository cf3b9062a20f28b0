package io.dripline.classification.coding;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.dripline.parsers.Refusals;
import java.io.ByteArrayInputStream;

/** Whatever is posted to be coded is words, or is refused. */
class NewCodingFuzzTest {

    @FuzzTest
    void coding(byte[] json) throws Exception {
        NewCoding read = Refusals.read(() -> NewCoding.read(new ByteArrayInputStream(json)));
        if (read != null) {
            assertThat(read.verbatim()).isNotBlank().hasSizeLessThanOrEqualTo(NewCoding.LONGEST);
        }
    }
}
