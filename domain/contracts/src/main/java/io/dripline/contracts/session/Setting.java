package io.dripline.contracts.session;

/** Where the patient was treated. */
public enum Setting {
    INPATIENT,
    OUTPATIENT
}
