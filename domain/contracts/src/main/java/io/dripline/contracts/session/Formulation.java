package io.dripline.contracts.session;

/** Which ketamine was given. */
public enum Formulation {
    RACEMIC,
    ESKETAMINE,
    ARKETAMINE
}
