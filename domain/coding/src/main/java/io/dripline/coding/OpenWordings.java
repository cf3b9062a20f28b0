package io.dripline.coding;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The wordings of the open vocabularies by their stems.
 *
 * @param idByKey term id by stems
 * @param toTheLetter stems of what the lexicon takes to the letter, which no other wording may take otherwise
 * @param quantities stems of the names of what is measured: heart rate
 */
record OpenWordings(Map<String, String> idByKey, Set<String> toTheLetter, Set<String> quantities) {

    Optional<String> idOf(String key) {
        return Optional.ofNullable(idByKey.get(key));
    }

    boolean hold(String key) {
        return idByKey.containsKey(key) || toTheLetter.contains(key);
    }
}
