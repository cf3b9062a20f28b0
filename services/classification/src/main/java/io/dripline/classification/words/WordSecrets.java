package io.dripline.classification.words;

import io.dripline.coding.WordKey;
import io.dripline.coding.WordKeys;
import io.dripline.privacy.hash.HashKey;
import io.dripline.privacy.hash.NestedHashes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * The secrets of this installation behind the keys of words. A hash that anybody can make, at depth 0, goes through all of them
 * (HMAC-SHA256), so that a key of any depth becomes today's without its words.
 */
@Singleton
public class WordSecrets {

    static final String SETTING = "dripline.words.keys";

    private final NestedHashes hashes;
    private final WordKeys keys;
    private final byte[] fingerprint;

    @Inject
    WordSecrets(WordsConfig config) {
        this(config.keys());
    }

    /**
     * Those of a list, oldest first.
     *
     * @throws IllegalStateException naming which one is too short
     */
    public WordSecrets(List<String> secrets) {
        List<HashKey> given = new ArrayList<>();
        for (String secret : secrets) {
            try {
                given.add(HashKey.of(secret));
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException("%s[%d]: %s".formatted(SETTING, given.size(), e.getMessage()), e);
            }
        }
        hashes = new NestedHashes("dripline word keys", given);
        keys = new WordKeys(plain -> hashes.nest(plain, 0));
        fingerprint = hashes.fingerprint(given.size());
    }

    /** What makes the keys of words. */
    public WordKeys keys() {
        return keys;
    }

    /** How many secrets a key goes through, 1 or more. */
    public int depth() {
        return hashes.depth();
    }

    /**
     * Today's key of words whose key went through fewer secrets.
     *
     * @throws IllegalStateException if it went through more than there are here
     */
    public WordKey current(byte[] key, int depth) {
        if (depth > hashes.depth()) {
            throw new IllegalStateException(
                    "%s: expected at least %d secrets, found %d".formatted(SETTING, depth, hashes.depth()));
        }
        return WordKey.of(hashes.nest(key, depth));
    }

    /** By what all of them are recognised; says nothing about any words. */
    public byte[] fingerprint() {
        return fingerprint.clone();
    }

    /** By what the first of them are recognised. */
    public byte[] fingerprint(int depth) {
        return hashes.fingerprint(depth);
    }
}
