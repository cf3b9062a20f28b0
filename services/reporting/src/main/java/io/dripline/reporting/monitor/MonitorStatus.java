package io.dripline.reporting.monitor;

/** Whether a monitor judges. */
public enum MonitorStatus {
    ACTIVE,
    /** Its figure is words: it counts, holds its share, and judges from the week in which an officer gives a null. */
    WAITING_FOR_NULL,
    RETIRED
}
