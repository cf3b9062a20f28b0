package io.dripline.contracts.incidence;

/** MULTIPLE when more than one session was planned. */
public enum Regimen {
    SINGLE,
    MULTIPLE
}
