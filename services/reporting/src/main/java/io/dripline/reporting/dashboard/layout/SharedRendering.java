package io.dripline.reporting.dashboard.layout;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Renders what is the same for all readers once for all who ask while it is being rendered. One rendering runs at a time;
 * whoever asks meanwhile gets the next, which begins after they asked, so that nobody gets what is older than their
 * question. A thousand readers who hear of a change in the same moment cost two renderings, and no thread waits for them.
 */
public final class SharedRendering {

    private final Supplier<String> render;
    private final Executor executor;
    private CompletableFuture<String> running = CompletableFuture.completedFuture("");
    private @Nullable CompletableFuture<String> next;

    /**
     * @param render reads and writes down what is shown
     * @param executor on which it may block
     */
    public SharedRendering(Supplier<String> render, Executor executor) {
        this.render = render;
        this.executor = executor;
    }

    /** What is shown, begun after this was called. What fails does so for all who wait for it, and for nobody else. */
    public synchronized CompletableFuture<String> get() {
        if (next != null) {
            return next;
        }
        CompletableFuture<String> mine = new CompletableFuture<>();
        next = mine;
        var _ = running.whenComplete((rendered, failure) -> executor.execute(() -> render(mine)));
        return mine;
    }

    private void render(CompletableFuture<String> mine) {
        synchronized (this) {
            running = mine;
            next = null;
        }
        try {
            mine.complete(render.get());
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
        }
    }
}
