package io.dripline.reporting.baseline;

/** How far a figure can be used: derived from what is printed, see {@code DeriveStandings}. */
public enum Standing {
    USABLE,
    /** Disagrees with other printed figures, not with itself: usable, flagged. */
    DISCORDANT,
    /** Contradicts itself: kept as printed, never a null. */
    IMPOSSIBLE,
    /** Words only: a null is a safety officer's to enter. */
    NO_NUMBER
}
