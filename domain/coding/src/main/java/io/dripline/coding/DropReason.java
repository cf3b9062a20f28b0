package io.dripline.coding;

/** Why words of a report state no event. */
public enum DropReason {
    /** It is said not to have happened: "nil itch", "denies nausea". */
    NEGATED,
    /** It was there before this session: "hx of reflux". */
    HISTORICAL,
    /** A finding without fault: "obs stable", "LFTs normal", "AST 21". */
    NORMAL,
    /** What was done, not what happened: "ondansetron given". */
    TREATMENT,
    /** It may happen, or was feared or asked about: "warned re drowsiness". */
    HYPOTHETICAL,
    /** It happened to somebody else: "husband has palpitations". */
    OTHER_PERSON,
    /** A person ruled that these words are no adverse event. */
    RULED
}
