package io.dripline.classification.words;

import io.smallrye.config.ConfigMapping;
import java.util.List;

/** The secrets behind the keys by which words are found. */
@ConfigMapping(prefix = "dripline.words")
public interface WordsConfig {

    /**
     * Oldest first, each of at least 32 bytes, as base64 or else taken as text: a key goes through all of them in turn. One is added at
     * the end and none is ever taken away. Under others no ruling would find its words.
     */
    List<String> keys();
}
