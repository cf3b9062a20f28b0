package io.dripline.contracts.alert;

/** What a safety officer found the alert to be. */
public enum Assessment {
    CONFIRMED,
    EXPLAINED,
    DATA_ERROR
}
