package io.dripline.classification.ruling;

/** What became of a decision. */
public sealed interface RulingOutcome {

    /** It holds now. */
    record Made(Ruling ruling) implements RulingOutcome {}

    /** It held already. */
    record Unchanged(Ruling ruling) implements RulingOutcome {}

    /** Another revision holds than the one that was to be revised; 0: none. */
    record Stale(int revision) implements RulingOutcome {}

    /** A ruling that was made here holds, and is not to be overwritten. */
    record Kept(Ruling ruling) implements RulingOutcome {}

    /** Nobody ever reported these words. */
    record UnknownWords() implements RulingOutcome {}
}
