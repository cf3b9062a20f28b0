package io.dripline.contracts.session;

/** What was done with ketamine because of the event. */
public enum ActionTaken {
    NONE,
    DOSE_REDUCED,
    INFUSION_PAUSED,
    INFUSION_STOPPED,
    TREATMENT_GIVEN
}
