package io.dripline.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A part that is a child of this process: Kafka, Keycloak or a service. */
final class ChildProcess implements PartServer {

    private static final long SECONDS_TO_END = 20;

    private final Part part;
    private final LogFile log;
    private final Supplier<Launch> launch;
    private volatile @Nullable Process process;

    /**
     * Describes a part without starting it.
     *
     * @param launch made anew at every start; may prepare what the part needs
     */
    ChildProcess(Part part, LogFile log, Supplier<Launch> launch) {
        this.part = part;
        this.log = log;
        this.launch = launch;
    }

    @Override
    public ProcessHandle start(Consumer<ProcessHandle> launched) throws InterruptedException {
        var how = launch.get();
        Process started;
        try {
            started = how.builder(log.begin()).start();
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
        process = started;
        launched.accept(started.toHandle());
        var outcome = AwaitReady.PATIENTLY.until(how.ready(), started::isAlive);
        return switch (outcome) {
            case READY -> started.toHandle();
            case ENDED ->
                throw new StackFailure(part.title() + " ended with exit code " + started.waitFor()
                        + " before it was ready; the last lines of " + log.file() + ":" + System.lineSeparator()
                        + log.tail(15));
            case TOO_SLOW ->
                throw new StackFailure(part.title() + " was not ready after "
                        + AwaitReady.PATIENTLY.limit().toMinutes()
                        + " minutes; the last lines of " + log.file() + ":" + System.lineSeparator()
                        + log.tail(15));
        };
    }

    @Override
    public void stop() {
        var running = process;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void kill() {
        var running = process;
        if (running == null) {
            return;
        }
        try {
            running.destroyForcibly().waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
