package io.dripline.bench.signal;

/** Evidence that is looked at as posts come. Weeks are those in which exposures started, 0 the first. */
interface Watch {

    void post(int week, boolean hasEvent);

    /** An exposure that was posted turns out to have had the event, or not to have had it. */
    void amend(int week, boolean hasEvent);

    /** Whether what is counted now alarms. */
    boolean alarms();
}
