package io.dripline.contracts.alert;

/** The life of an alert; nothing is deleted. */
public enum AlertState {
    RAISED,
    ACKNOWLEDGED,
    ASSESSED,
    CLOSED,
    SUPERSEDED
}
