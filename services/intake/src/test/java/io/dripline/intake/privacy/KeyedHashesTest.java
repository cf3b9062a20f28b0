package io.dripline.intake.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class KeyedHashesTest {

    private static final String KEY = "0123456789-0123456789-0123456789";

    private final KeyedHashes hashes = new KeyedHashes(() -> KEY);

    @Test
    void aPseudonymIsTheKeyedHashOfClinicAndCode() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] expected = mac.doFinal("clinic-north\nP-0042".getBytes(StandardCharsets.UTF_8));

        String pseudonym = hashes.pseudonym("clinic-north", "P-0042");

        assertThat(pseudonym).isEqualTo(HexFormat.of().formatHex(expected));
    }

    @Test
    void theSameCodeAtAnotherClinicIsAnotherPatient() {
        assertThat(hashes.pseudonym("clinic-north", "P-0042")).isNotEqualTo(hashes.pseudonym("clinic-south", "P-0042"));
    }

    @Test
    void spacesAndTheCompositionOfAccentsDoNotMakeAnotherPatient() {
        assertThat(hashes.pseudonym("clinic-north", " Jose\u0301-1"))
                .isEqualTo(hashes.pseudonym("clinic-north", "Jos\u00e9-1 "));
    }

    @Test
    void aKeyMayBeBase64() {
        String base64 = Base64.getEncoder().encodeToString(KEY.getBytes(StandardCharsets.UTF_8));

        KeyedHashes same = new KeyedHashes(() -> base64);

        assertThat(same.pseudonym("c", "p")).isEqualTo(hashes.pseudonym("c", "p"));
    }

    @Test
    void aShortKeyIsRefusedWithoutBeingShown() {
        assertThatThrownBy(() -> new KeyedHashes(() -> "too-short"))
                .hasMessageContaining("dripline.intake.pseudonym-key")
                .hasMessageContaining("32")
                .hasMessageNotContaining("too-short");
    }

    @Test
    void aContentsHashIsNoPseudonym() {
        byte[] hash = hashes.contentHash("clinic-north\nP-0042".getBytes(StandardCharsets.UTF_8));

        assertThat(HexFormat.of().formatHex(hash)).isNotEqualTo(hashes.pseudonym("clinic-north", "P-0042"));
    }
}
