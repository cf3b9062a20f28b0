package io.dripline.reporting.opinion;

import io.quarkus.arc.ClientProxy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;

/** Holds up, in the running service, whatever second opinions need and is not there yet. */
@ApplicationScoped
public class HoldSecondOpinions {

    private final CriticalValues criticalValues;
    private final CusumRunLengths runLengths;

    HoldSecondOpinions(CriticalValues criticalValues, CusumRunLengths runLengths) {
        this.criticalValues = criticalValues;
        this.runLengths = runLengths;
    }

    /** Until it is closed. */
    public interface Held extends AutoCloseable {

        @Override
        void close();
    }

    /** From now on. */
    public Held hold() {
        CountDownLatch released = new CountDownLatch(1);
        hold(ClientProxy.unwrap(criticalValues).values, released);
        hold(ClientProxy.unwrap(runLengths).values, released);
        return released::countDown;
    }

    static void hold(ComputedBehind<?, ?> values, CountDownLatch released) {
        values.computer.execute(() -> {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
