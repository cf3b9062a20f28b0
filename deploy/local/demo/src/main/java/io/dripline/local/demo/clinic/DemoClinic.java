package io.dripline.local.demo.clinic;

import java.time.ZoneId;

/** The three clinics of the demo; each signs in as the local realm's client of its name. */
public enum DemoClinic {
    NORTH("clinic-north", "Australia/Brisbane"),
    SOUTH("clinic-south", "Australia/Melbourne"),
    /** From {@link #EXCESS_FROM_WEEK} on three times as many of its courses have a CNS event. */
    EAST("clinic-east", "Australia/Sydney");

    /** The first week of the excess, counted from 1. */
    public static final int EXCESS_FROM_WEEK = 13;

    /** A chance event just before the excess may be taken for its beginning. */
    private static final int WEEKS_EARLY = 1;

    /** An excess that begins with lean weeks shows from the first that is not. */
    private static final int WEEKS_LATE = 2;

    private final String id;
    private final ZoneId zone;

    DemoClinic(String id, String zone) {
        this.id = id;
        this.zone = ZoneId.of(zone);
    }

    /** The clinic's name for the line, equal to its client id. */
    public String id() {
        return id;
    }

    /** Where its clocks are; two of the three have summer time. */
    public ZoneId zone() {
        return zone;
    }

    /**
     * Whether CNS events are more frequent than they should be.
     *
     * @param week 1 for the demo's first week
     */
    boolean hasExcess(int week) {
        return this == EAST && week >= EXCESS_FROM_WEEK;
    }

    /**
     * Whether a rate that is judged high since this week is the excess: since about {@link #EXCESS_FROM_WEEK}. The week is an estimate,
     * that from which on the evidence is strongest.
     *
     * @param week 1 for the demo's first week
     */
    public static boolean isAboutTheExcess(long week) {
        return week >= EXCESS_FROM_WEEK - WEEKS_EARLY && week <= EXCESS_FROM_WEEK + WEEKS_LATE;
    }
}
