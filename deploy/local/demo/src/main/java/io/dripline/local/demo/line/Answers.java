package io.dripline.local.demo.line;

import org.jspecify.annotations.Nullable;

/**
 * What became of posted sessions.
 *
 * @param added stored now
 * @param known reported before in the same way
 * @param refused not stored
 * @param firstRefusal the line's words on the first that was refused; null if none was
 */
public record Answers(
        int added, int known, int refused, @Nullable String firstRefusal) {

    /** Before anything was posted. */
    public static final Answers NONE = new Answers(0, 0, 0, null);

    /** Both together, the other ones later. */
    public Answers plus(Answers later) {
        return new Answers(
                added + later.added,
                known + later.known,
                refused + later.refused,
                firstRefusal == null ? later.firstRefusal : firstRefusal);
    }

    /** Sessions that the line has. */
    public int taken() {
        return added + known;
    }
}
