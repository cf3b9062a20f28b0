package io.dripline.contracts.session;

/** The reporter's WHO-UMC causality category. */
public enum Causality {
    CERTAIN,
    PROBABLE,
    POSSIBLE,
    UNLIKELY,
    CONDITIONAL,
    UNASSESSABLE
}
