package io.dripline.statistics;

/**
 * What a {@link WeeklyMixture} found.
 *
 * @param lnE natural logarithm of the mixture's E
 * @param highSince index of the week from which on the rate is most plausibly high: the term with the largest weighted
 *     contribution, the earliest of equals; 0 is the monitor's start
 */
public record MixtureEvidence(double lnE, int highSince) {}
