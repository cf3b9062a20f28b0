package io.dripline.contracts.session;

/** How strong the event was, as the reporter judged it. */
public enum Severity {
    MILD,
    MODERATE,
    SEVERE
}
