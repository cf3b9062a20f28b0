package io.dripline.classification;

import io.dripline.classification.words.WordSecrets;
import io.dripline.coding.WordKey;
import java.util.List;

/** The keys of words under the secret of the profile {@code test}. */
public final class TestWordKeys {

    private static final WordSecrets SECRETS = new WordSecrets(List.of("local-words-key-for-development-only"));

    private TestWordKeys() {}

    public static WordKey of(String words) {
        return SECRETS.keys().of(words);
    }
}
