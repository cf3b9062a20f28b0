package io.dripline.contracts.incidence;

/** What one exposure is. Only FIRST_COURSE can carry a false-alarm promise: the literature counts patients. */
public enum Unit {
    SESSION,
    COURSE,
    FIRST_COURSE
}
