package io.dripline.coding;

/**
 * How far a cue's word about the terms that follow it may reach.
 *
 * @param reason what the terms it reaches are dropped for
 * @param clause where it begins
 * @param last the last clause that "or" joins to its list, or where it begins
 */
record Scope(DropReason reason, int clause, int last, Part.Hint cue) {}
