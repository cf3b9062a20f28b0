package io.dripline.contracts.session;

/** How the event ended. */
public enum Outcome {
    RECOVERED,
    RECOVERING,
    NOT_RECOVERED,
    RECOVERED_WITH_SEQUELAE,
    FATAL,
    UNKNOWN
}
