package io.dripline.classification.ruling;

import io.dripline.coding.ApplyRulings;
import io.dripline.coding.WordKey;
import java.util.Set;

/**
 * A coder that knows the rulings up to one of them.
 *
 * @param upTo the last ruling that it knows
 * @param ruledOn the words that it has a ruling about
 * @param inNeedOfRevision those of them of whose rulings a term is in the vocabulary no longer
 */
public record RuledCoder(long upTo, ApplyRulings coder, Set<WordKey> ruledOn, Set<WordKey> inNeedOfRevision) {}
