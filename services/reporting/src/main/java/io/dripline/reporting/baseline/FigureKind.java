package io.dripline.reporting.baseline;

/** How a figure was published. */
public enum FigureKind {
    /** One proportion, or "up to" one. */
    PROPORTION,
    /** From one proportion to another. */
    RANGE,
    /** Patients affected of patients treated. */
    COUNT,
    /** A ratio of two risks, which says nothing of either. */
    RELATIVE_RISK,
    /** Words. */
    QUALITATIVE
}
