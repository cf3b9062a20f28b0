package io.dripline.privacy.seal;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/** What is not a sealed text of ours, or not a wrapped key of ours, is said to be none. */
class OpenSealFuzzTest {

    private static final KeyRing RING = new KeyRing(List.of("a secret of the fuzzer, long enough to be one"));
    private static final DataKey KEY = RING.create();

    @FuzzTest
    void open(byte[] sealed) {
        try {
            KEY.open(sealed, "place");
        } catch (SealBrokenException expected) {
            return;
        }
        throw new AssertionError("opened what nobody sealed");
    }

    @FuzzTest
    void unwrap(byte[] wrapped) {
        try {
            RING.unwrap(wrapped);
        } catch (SealBrokenException expected) {
            return;
        }
        throw new AssertionError("unwrapped what nobody wrapped");
    }
}
