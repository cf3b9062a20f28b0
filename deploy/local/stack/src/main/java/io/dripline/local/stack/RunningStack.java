package io.dripline.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicInteger;

/** A stack that another process runs: {@code ./dripline up}, asked by files in its data directory. */
public final class RunningStack implements PartControl {

    private static final long PAUSE_MILLIS = 50;

    private final StackConfig config;
    private final AtomicInteger asked = new AtomicInteger();

    /** The stack that runs on this configuration's data. */
    public RunningStack(StackConfig config) {
        this.config = config;
    }

    /** Whether it runs. */
    public boolean isRunning() {
        return Leftovers.survivor(config.data().resolve("run").resolve("up.pid"))
                .isPresent();
    }

    @Override
    public void start(Part part) {
        ask("start " + part.id());
    }

    @Override
    public void stop(Part part) {
        ask("stop " + part.id());
    }

    private void ask(String request) {
        var name = ProcessHandle.current().pid() + "-" + asked.incrementAndGet();
        var answer = AnswerRequests.directory(config).resolve(name + AnswerRequests.ANSWER);
        try {
            // One may be left of a process that had this number and ended while it waited.
            Files.deleteIfExists(answer);
            AnswerRequests.write(answer.resolveSibling(name + AnswerRequests.REQUEST), request);
            while (!Files.exists(answer)) {
                if (!isRunning()) {
                    throw new StackFailure("./dripline up ended before it could " + request);
                }
                Thread.sleep(PAUSE_MILLIS);
            }
            var failure = Files.readString(answer);
            Files.delete(answer);
            if (!failure.isEmpty()) {
                throw new StackFailure(failure);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot ask ./dripline up to " + request, unwritable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted while ./dripline up was asked to " + request, interrupted);
        }
    }
}
