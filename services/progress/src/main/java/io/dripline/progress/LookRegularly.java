package io.dripline.progress;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks at some things again and again on a thread of its own, so that whoever asks for metrics or health waits for nobody. */
public final class LookRegularly implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LookRegularly.class);

    /** Something to look at. */
    @FunctionalInterface
    public interface Look {

        /** Looks, and notes what it saw; after it threw it is called again all the same. */
        void look() throws Exception;
    }

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("look-at-progress").unstarted(task));

    private final Set<Look> failing = new HashSet<>();

    /** @param interval between the end of one round and the next; the first begins at once */
    public LookRegularly(Duration interval, List<Look> looks) {
        var _ = executor.scheduleWithFixedDelay(
                () -> looks.forEach(this::look), 0, interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** An error too: nobody would see that nothing is looked at any more. Said once, until it works again. */
    private void look(Look look) {
        try {
            look.look();
            if (failing.remove(look)) {
                LOG.info("What waits can be told again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            if (failing.add(look)) {
                LOG.warnf("What waits cannot be told, and is looked at again: %s", e);
            }
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
