package io.dripline.coding;

import java.util.HexFormat;

/**
 * What words are found by without being stored: a keyed hash of their normal form, made by {@link WordKeys}.
 *
 * @param hex 64 lower-case hex digits
 */
public record WordKey(String hex) implements Comparable<WordKey> {

    private static final HexFormat HEX = HexFormat.of();
    private static final int DIGITS = 64;

    public WordKey {
        if (hex.length() != DIGITS || !hex.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
            throw new IllegalArgumentException("expected 64 lower-case hex digits");
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
