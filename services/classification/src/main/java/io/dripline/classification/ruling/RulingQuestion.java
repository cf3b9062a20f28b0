package io.dripline.classification.ruling;

import io.dripline.coding.WordKey;
import org.jspecify.annotations.Nullable;

/**
 * Which rulings are asked for.
 *
 * @param review about which words, null: any
 * @param currentOnly only those that hold
 * @param latestFirst or else the oldest
 * @param after behind which one of this order, by its id
 */
record RulingQuestion(@Nullable WordKey review, boolean currentOnly, boolean latestFirst, long after) {}
