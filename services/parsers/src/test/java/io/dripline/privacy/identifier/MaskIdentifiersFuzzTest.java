package io.dripline.privacy.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.dripline.parsers.AnyText;
import java.util.List;

/** Whatever is typed is masked, once and for all. */
class MaskIdentifiersFuzzTest {

    private static final int LONGEST = 4_000;

    @FuzzTest
    void mask(byte[] bytes) {
        String all = AnyText.of(bytes);
        String text = all.length() > LONGEST ? all.substring(0, LONGEST) : all;

        List<Identifier> found = FindIdentifiers.in(text);
        String masked = MaskIdentifiers.in(text);

        int behind = 0;
        for (Identifier identifier : found) {
            assertThat(identifier.from()).isGreaterThanOrEqualTo(behind);
            behind = identifier.to();
        }
        assertThat(behind).isLessThanOrEqualTo(text.length());
        assertThat(MaskIdentifiers.in(masked)).isEqualTo(masked);
    }
}
