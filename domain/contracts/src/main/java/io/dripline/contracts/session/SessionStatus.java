package io.dripline.contracts.session;

/** A withdrawn session counts nowhere and stays readable. */
public enum SessionStatus {
    ACTIVE,
    WITHDRAWN
}
