package io.dripline.coding;

/**
 * Words that a report holds as a whole: a clause, a run of clauses, or all of it.
 *
 * @param words in normal form
 * @param awaiting whether they await review
 */
public record HeldWords(WordKey key, String words, boolean awaiting) {}
