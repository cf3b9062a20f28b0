package io.dripline.contracts.session;

/** Whether the patient had ketamine before the first session posted here. */
public enum PreviouslyTreated {
    NO,
    YES,
    UNKNOWN
}
