package io.dripline.progress;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * For how long something has stood in one place although there was more to do. What is idle does not stand. While nobody can look it
 * is not said to; a look that fails now and then does not set the time back, only one that fails for longer than the patience.
 */
public final class Standing {

    private final Duration patience;
    private final LongSupplier nanoTime;
    private @Nullable Object place;
    private boolean waits;
    private boolean hidden;
    private long since;
    private long hiddenSince;

    /** @param patience how long it may stand, more than zero */
    public Standing(Duration patience) {
        this(patience, System::nanoTime);
    }

    Standing(Duration patience, LongSupplier nanoTime) {
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException(
                    "dripline.progress.patience: expected more than zero, found " + patience);
        }
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    /**
     * Notes where it was seen.
     *
     * @param now where it stands, equal to what was seen before if it has not moved
     * @param more whether anything waits there
     */
    public synchronized void seen(Object now, boolean more) {
        boolean wasLost = hidden && nanoTime.getAsLong() - hiddenSince > patience.toNanos();
        if (!more || !waits || wasLost || !now.equals(place)) {
            since = nanoTime.getAsLong();
        }
        place = now;
        waits = more;
        hidden = false;
    }

    /** Nobody can tell just now. */
    public synchronized void unseen() {
        if (!hidden) {
            hidden = true;
            hiddenSince = nanoTime.getAsLong();
        }
    }

    /** Zero while it moves or has nothing to do, and while nobody can tell. */
    public synchronized Duration time() {
        return waits && !hidden ? Duration.ofNanos(nanoTime.getAsLong() - since) : Duration.ZERO;
    }

    /** Whether it has stood for longer than it may. */
    public boolean isStuck() {
        return time().compareTo(patience) > 0;
    }
}
