package io.dripline.reporting.opinion;

import io.quarkus.arc.ClientProxy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;

/** Holds up, in the running service, whatever critical value is not there yet. */
@ApplicationScoped
public class HoldCriticalValues {

    private final CriticalValues criticalValues;

    HoldCriticalValues(CriticalValues criticalValues) {
        this.criticalValues = criticalValues;
    }

    /** Until it is closed. */
    public interface Held extends AutoCloseable {

        @Override
        void close();
    }

    /** From now on. */
    public Held hold() {
        CountDownLatch released = new CountDownLatch(1);
        ClientProxy.unwrap(criticalValues).computer.execute(() -> {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return released::countDown;
    }
}
