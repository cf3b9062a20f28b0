package io.dripline.intake.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class KeyedHashesTest {

    private static final String KEY = "0123456789-0123456789-0123456789";
    private static final String SECOND = "abcdefghij-abcdefghij-abcdefghij";

    private final KeyedHashes hashes = with(KEY);

    @Test
    void aCodeIsFoundByTheKeyedHashOfClinicAndCode() throws Exception {
        byte[] expected = hmac(KEY, "clinic-north\nP-0042".getBytes(StandardCharsets.UTF_8));

        byte[] hash = hashes.codeHash("clinic-north", "P-0042");

        assertThat(hash).isEqualTo(expected);
    }

    @Test
    void aSecondKeyHashesWhatTheFirstMade() throws Exception {
        byte[] expected = hmac(SECOND, hashes.codeHash("clinic-north", "P-0042"));

        KeyedHashes both = with(KEY, SECOND);

        assertThat(both.codeHash("clinic-north", "P-0042")).isEqualTo(expected);
        assertThat(both.nest(hashes.codeHash("clinic-north", "P-0042"), 1)).isEqualTo(expected);
    }

    @Test
    void keysAreRecognisedOneByOne() {
        assertThat(with(KEY, SECOND).fingerprint(1)).isEqualTo(hashes.fingerprint(1));
        assertThat(with(SECOND, KEY).fingerprint(2))
                .isNotEqualTo(with(KEY, SECOND).fingerprint(2));
    }

    @Test
    void theSameCodeAtAnotherClinicIsAnotherPatient() {
        assertThat(hashes.codeHash("clinic-north", "P-0042")).isNotEqualTo(hashes.codeHash("clinic-south", "P-0042"));
    }

    @Test
    void spacesAndTheCompositionOfAccentsDoNotMakeAnotherPatient() {
        assertThat(hashes.codeHash("clinic-north", " Jose\u0301-1"))
                .isEqualTo(hashes.codeHash("clinic-north", "Jos\u00e9-1 "));
    }

    @Test
    void aKeyMayBeBase64() {
        String base64 = Base64.getEncoder().encodeToString(KEY.getBytes(StandardCharsets.UTF_8));

        KeyedHashes same = with(base64);

        assertThat(same.codeHash("c", "p")).isEqualTo(hashes.codeHash("c", "p"));
    }

    @Test
    void aShortKeyIsRefusedWithoutBeingShown() {
        assertThatThrownBy(() -> with("too-short"))
                .hasMessageContaining("dripline.intake.pseudonym-key:")
                .hasMessageContaining("32")
                .hasMessageNotContaining("too-short");
        assertThatThrownBy(() -> with(KEY, "too-short"))
                .hasMessageContaining("dripline.intake.later-pseudonym-keys[0]")
                .hasMessageNotContaining("too-short");
    }

    @Test
    void aContentsHashIsNoCodesHash() {
        byte[] hash = hashes.contentHash("clinic-north\nP-0042".getBytes(StandardCharsets.UTF_8));

        assertThat(hash).isNotEqualTo(hashes.codeHash("clinic-north", "P-0042"));
    }

    static KeyedHashes with(String first, String... later) {
        return new KeyedHashes(new PrivacyConfig() {

            @Override
            public String pseudonymKey() {
                return first;
            }

            @Override
            public Optional<List<String>> laterPseudonymKeys() {
                return Optional.of(List.of(later));
            }
        });
    }

    private static byte[] hmac(String key, byte[] content) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal(content);
    }
}
