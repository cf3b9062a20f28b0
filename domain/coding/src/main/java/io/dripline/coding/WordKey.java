package io.dripline.coding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What words are found by without being stored: a hash of their normal form. The only place that knows how it is made.
 *
 * @param hex SHA-256 of the normal form in UTF-8, 64 lower-case hex digits
 */
public record WordKey(String hex) implements Comparable<WordKey> {

    private static final HexFormat HEX = HexFormat.of();
    private static final int DIGITS = 64;

    public WordKey {
        if (hex.length() != DIGITS || !hex.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
            throw new IllegalArgumentException("expected 64 lower-case hex digits");
        }
    }

    /** The key of words in whatever form. */
    public static WordKey of(String words) {
        return ofNormalForm(NormalForm.of(words));
    }

    static WordKey ofNormalForm(String normalForm) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return of(sha256.digest(normalForm.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public static WordKey of(byte[] bytes) {
        return new WordKey(HEX.formatHex(bytes));
    }

    public byte[] bytes() {
        return HEX.parseHex(hex);
    }

    @Override
    public int compareTo(WordKey other) {
        return hex.compareTo(other.hex);
    }
}
