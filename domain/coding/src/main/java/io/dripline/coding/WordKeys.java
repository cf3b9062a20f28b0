package io.dripline.coding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.UnaryOperator;

/** Makes the keys by which words are found. Equal words, in whatever form, have equal keys. */
public final class WordKeys {

    private final UnaryOperator<byte[]> keyed;

    /**
     * @param keyed makes of a hash that anybody can make one that takes a secret; both of 32 bytes. Without it whoever reads a key finds
     *     its words by trying phrases
     */
    public WordKeys(UnaryOperator<byte[]> keyed) {
        this.keyed = keyed;
    }

    /** The key of words in whatever form. */
    public WordKey of(String words) {
        return ofNormalForm(NormalForm.of(words));
    }

    WordKey ofNormalForm(String normalForm) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return WordKey.of(keyed.apply(sha256.digest(normalForm.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
