package io.dripline.reporting.notification;

/** Where a delivery stands. */
public enum DeliveryState {
    /** The recipient's server took it. */
    DELIVERED,
    /** It is due, being tried, or waits for its next try. */
    WAITING,
    /** It failed for too long, and waits for a safety officer. */
    PARKED
}
