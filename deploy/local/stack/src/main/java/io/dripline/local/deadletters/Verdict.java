package io.dripline.local.deadletters;

/** What is to become of a dead letter. */
enum Verdict {
    /** It can be read, and its origin holds nothing as new: it can be sent back. */
    OPEN,
    /** Its origin holds the same state once more, or a newer one: it was sent back, or is no longer needed. */
    SETTLED,
    /** This build cannot read it either: sent back, it would die again, and hide the last good record of its key. */
    UNREADABLE
}
