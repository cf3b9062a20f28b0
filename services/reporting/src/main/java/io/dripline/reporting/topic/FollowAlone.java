package io.dripline.reporting.topic;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps one instance per database following a topic, on a thread of its own, for as long as the service runs.
 *
 * <p>The instance that holds the advisory lock is active. It writes on the very connection that holds the lock, so an
 * instance that lost the lock can no longer write. After any failure it starts again from the stored offsets.
 */
public final class FollowAlone implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(FollowAlone.class);

    /** What the active instance does, and what is to be said of it. */
    public interface Following {

        /** Until {@link #isOpen} is false, or until there is a reason to start again. */
        void follow(Handle handle) throws Exception;

        /** Another instance is active. */
        void standingBy();

        /** It stopped and is begun again. */
        void stopped(Exception failure);
    }

    private final String name;
    private final Jdbi jdbi;
    private final Duration retry;
    private final Following following;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /**
     * @param name of the lock and the thread
     * @param retry how long to wait before trying again after a failure or for the lock
     */
    public FollowAlone(String name, Jdbi jdbi, Duration retry, Following following) {
        this.name = name;
        this.jdbi = jdbi;
        this.retry = retry;
        this.following = following;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Whether to go on. */
    public boolean isOpen() {
        return closing.getCount() > 0;
    }

    @Override
    public void close() throws InterruptedException {
        closing.countDown();
        if (thread.isAlive() && !thread.join(Duration.ofSeconds(5))) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(2));
        }
    }

    private void run() {
        do {
            try (Handle handle = jdbi.open()) {
                followIfAlone(handle);
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                LOG.warnf(e, "%s stopped; it goes on from the stored offsets", name);
                following.stopped(e);
            }
        } while (!closedWithin(retry));
    }

    private void followIfAlone(Handle handle) throws Exception {
        if (!lock(handle)) {
            following.standingBy();
            return;
        }
        try {
            following.follow(handle);
        } finally {
            unlock(handle);
        }
    }

    private boolean lock(Handle handle) {
        return handle.createQuery("select pg_try_advisory_lock(hashtext('dripline.reporting.' || :name))")
                .bind("name", name)
                .mapTo(Boolean.class)
                .one();
    }

    /** The connection goes back to the pool, which would keep the lock. */
    private void unlock(Handle handle) {
        try {
            handle.createQuery("select pg_advisory_unlock(hashtext('dripline.reporting.' || :name))")
                    .bind("name", name)
                    .mapTo(Boolean.class)
                    .one();
        } catch (RuntimeException e) {
            LOG.debug("The connection is gone, and the lock with it", e);
        }
    }

    private boolean closedWithin(Duration pause) {
        try {
            return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
