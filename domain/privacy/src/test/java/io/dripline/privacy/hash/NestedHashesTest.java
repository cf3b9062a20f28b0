package io.dripline.privacy.hash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NestedHashesTest {

    private static final HashKey FIRST = HashKey.of("first-key-first-key-first-key-first-key");
    private static final HashKey SECOND = HashKey.of("second-key-second-key-second-key-second");
    private static final byte[] CONTENT = "content".getBytes(UTF_8);

    /** RFC 4231, test case 6: a key of 131 bytes. */
    @Test
    void isHmacSha256() {
        byte[] key = HexFormat.of().parseHex("aa".repeat(131));

        byte[] hash = HashKey.of(Base64.getEncoder().encodeToString(key))
                .hash("Test Using Larger Than Block-Size Key - Hash Key First".getBytes(UTF_8));

        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    }

    /** The key is held in a form that a hash under way would spoil for others. */
    @Test
    void manyThreadsHashWithOneKey() {
        List<String> contents = IntStream.range(0, 2_000)
                .mapToObj(i -> "content-".repeat(i % 40) + i)
                .toList();
        List<String> oneByOne = contents.stream().map(NestedHashesTest::hex).toList();

        assertThat(contents.parallelStream().map(NestedHashesTest::hex)).containsExactlyElementsOf(oneByOne);
        assertThat(oneByOne).doesNotHaveDuplicates();
    }

    private static String hex(String content) {
        return HexFormat.of().formatHex(FIRST.hash(content.getBytes(UTF_8)));
    }

    @Test
    void aKeyThatIsAddedIsAppliedToWhatIsStored() {
        var one = new NestedHashes("test", List.of(FIRST));
        var two = new NestedHashes("test", List.of(FIRST, SECOND));

        assertThat(two.nest(one.nest(CONTENT, 0), 1))
                .isEqualTo(two.nest(CONTENT, 0))
                .isNotEqualTo(one.nest(CONTENT, 0));
        assertThat(two.nest(CONTENT, 2)).isEqualTo(CONTENT);
        assertThatThrownBy(() -> one.nest(CONTENT, 2)).hasMessageContaining("at most 1 keys, found one of 2");
    }

    @Test
    void fingerprintsTellKeysTheirOrderAndTheirPurpose() {
        var two = new NestedHashes("test", List.of(FIRST, SECOND));

        assertThat(two.fingerprint(1))
                .isEqualTo(new NestedHashes("test", List.of(FIRST)).fingerprint(1))
                .isNotEqualTo(two.fingerprint(2));
        assertThat(new NestedHashes("test", List.of(SECOND, FIRST)).fingerprint(2))
                .isNotEqualTo(two.fingerprint(2));
        assertThat(new NestedHashes("another", List.of(FIRST, SECOND)).fingerprint(2))
                .isNotEqualTo(two.fingerprint(2));
        assertThat(FIRST.derive("x").hash(CONTENT)).isNotEqualTo(FIRST.hash(CONTENT));
    }

    @Test
    void aShortSecretIsRefusedWithoutBeingQuoted() {
        assertThatThrownBy(() -> HashKey.of(" a-short-secret "))
                .hasMessageContaining("at least 32 bytes", "found 14")
                .hasMessageNotContaining("a-short");
    }
}
