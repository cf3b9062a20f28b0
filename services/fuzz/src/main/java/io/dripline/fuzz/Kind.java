package io.dripline.fuzz;

/** How a request stands to the description. */
public enum Kind {
    /** As it says. */
    VALID,
    /** As it says but for one thing. */
    NEARLY_VALID,
    /** Made to break, exhaust or confuse. */
    HOSTILE
}
