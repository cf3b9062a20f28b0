package io.dripline.contracts.alert;

/** Whether the false-alarm promise stands behind a verdict. */
public enum Promise {
    HOLDS,
    PROVISIONAL,
    NONE
}
