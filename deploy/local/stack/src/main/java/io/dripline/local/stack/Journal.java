package io.dripline.local.stack;

import java.nio.file.Path;
import java.time.Duration;

/** What a stack tells while it works, as it happens. */
public interface Journal {

    /** A part begins to start. */
    default void starting(Part part) {}

    /** A part is made ready for its first start in this checkout, which takes its time once. */
    default void preparing(Part part) {}

    /** A service starts, and the build has left no such file for its jars and this JVM, so that it takes longer. */
    default void withoutStartCache(Part part, Path missing) {}

    /** A part serves, so long after it began. */
    default void ready(Part part, Duration took) {}

    /** A part begins to stop. */
    default void stopping(Part part) {}

    /**
     * A part that nobody stopped has ended.
     *
     * @param logTail the last lines of its log
     */
    default void died(Part part, long pid, String logTail) {}

    /** A process of an earlier run that was not stopped is ended now. */
    default void endingLeftover(String part, long pid) {}

    /** Tells nobody. */
    Journal SILENT = new Journal() {};
}
