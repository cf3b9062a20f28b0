package io.dripline.reporting.notification;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Reads the first bytes of a refusal, and nothing of any other answer: a status says enough, and a body may never end. */
final class ReadRefusal implements BodySubscriber<String> {

    private static final int MOST_BYTES = 200;
    private static final int FIRST_REFUSAL = 400;

    private final CompletableFuture<String> read = new CompletableFuture<>();
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private final int most;
    private @Nullable Subscription subscription;

    private ReadRefusal(int most) {
        this.most = most;
    }

    static BodySubscriber<String> of(ResponseInfo answer) {
        return new ReadRefusal(answer.statusCode() < FIRST_REFUSAL ? 0 : MOST_BYTES);
    }

    @Override
    public CompletionStage<String> getBody() {
        return read;
    }

    @Override
    public void onSubscribe(Subscription subscribed) {
        subscription = subscribed;
        if (most == 0) {
            end();
        } else {
            subscribed.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            while (buffer.hasRemaining() && begun.size() < most) {
                begun.write(buffer.get());
            }
        }
        if (begun.size() >= most) {
            end();
        }
    }

    @Override
    public void onError(Throwable failure) {
        read.complete(text());
    }

    @Override
    public void onComplete() {
        read.complete(text());
    }

    private void end() {
        if (subscription != null) {
            subscription.cancel();
        }
        read.complete(text());
    }

    private String text() {
        return begun.toString(StandardCharsets.UTF_8);
    }
}
