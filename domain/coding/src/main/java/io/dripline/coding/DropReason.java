package io.dripline.coding;

/** Why words of a report state no event. */
public enum DropReason {
    /** It is said not to have happened: "nil itch", "denies nausea". */
    NEGATED,
    /** It was there before this session: "hx of reflux". */
    HISTORICAL,
    /** A finding without fault: "obs stable", "LFTs normal". */
    NORMAL,
    /** What was done, not what happened: "ondansetron given". */
    TREATMENT,
    /** A person ruled that these words are no adverse event. */
    RULED
}
