package io.dripline.contracts.session;

/** The route by which the dose was given. */
public enum Route {
    INTRAVENOUS,
    INTRAMUSCULAR,
    SUBCUTANEOUS,
    INTRANASAL,
    SUBLINGUAL,
    ORAL,
    RECTAL,
    TOPICAL,
    EPIDURAL
}
