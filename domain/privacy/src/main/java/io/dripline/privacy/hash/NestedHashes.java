package io.dripline.privacy.hash;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Keyed hashes through several keys in turn, each hashing what the one before made: a key that is added is applied to hashes that are
 * stored, by who does not know what they are of.
 */
public final class NestedHashes {

    private final byte[] purpose;
    private final List<HashKey> keys;

    /**
     * @param purpose what the fingerprints are of
     * @param keys oldest first; none is ever taken away
     */
    public NestedHashes(String purpose, List<HashKey> keys) {
        this.purpose = purpose.getBytes(StandardCharsets.UTF_8);
        this.keys = List.copyOf(keys);
    }

    /** How many keys a hash goes through. */
    public int depth() {
        return keys.size();
    }

    /**
     * Takes a hash that went through the first {@code depth} keys through those after them.
     *
     * @throws IllegalArgumentException if it went through more keys than there are
     */
    public byte[] nest(byte[] hash, int depth) {
        if (depth > keys.size()) {
            throw new IllegalArgumentException(
                    "expected a hash that went through at most %d keys, found one of %d".formatted(keys.size(), depth));
        }
        byte[] nested = hash;
        for (HashKey key : keys.subList(depth, keys.size())) {
            nested = key.hash(nested);
        }
        return nested;
    }

    /** By what the first {@code depth} keys are recognised; says nothing about what was hashed. */
    public byte[] fingerprint(int depth) {
        byte[] print = purpose;
        for (HashKey key : keys.subList(0, depth)) {
            print = key.hash(print);
        }
        return print;
    }
}
