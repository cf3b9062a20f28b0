package io.dripline.door;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is done to a request while it is answered, on the server that answers. */
class LimitCallersTest {

    private static final int PATIENCE_SECONDS = 20;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** A batch is answered while it is read, so that its head may be gone when the body is given up. */
    @Test
    void anAnswerThatHasBegunIsEndedAndItsConnectionClosed() throws Exception {
        CompletableFuture<Void> givenUp = new CompletableFuture<>();
        int port = serve(context -> context.response()
                .setChunked(true)
                .write("begun\n")
                .onSuccess(written -> complete(givenUp, () -> {
                    LimitCallers.closeAfterTheAnswer(context);
                    context.response().end("over\n");
                })));

        String answer = exchange(port);

        givenUp.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(answer).startsWith("HTTP/1.1 200").contains("begun", "over").doesNotContain("Connection: close");
    }

    @Test
    void anAnswerThatHasNotBegunSaysThatItsConnectionCloses() throws Exception {
        int port = serve(context -> {
            LimitCallers.closeAfterTheAnswer(context);
            context.response().setStatusCode(400).end("over\n");
        });

        assertThat(exchange(port)).startsWith("HTTP/1.1 400").containsIgnoringCase("connection: close");
    }

    @Test
    void aStreamIsOpenUntilItIsOver() throws Exception {
        UnderWay one = new UnderWay(1);
        CompletableFuture<RoutingContext> asked = new CompletableFuture<>();
        int port = serve(context -> {
            one.begin();
            LimitCallers.endWithTheConnection(context, one);
            asked.complete(context);
        });
        try (Socket caller = ask(port)) {
            RoutingContext context = asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(one.begin()).isFalse();

            context.response().end();

            caller.setSoTimeout(PATIENCE_SECONDS * 1000);
            assertThat(caller.getInputStream().read()).isEqualTo('H');
            assertThat(one.begin()).isTrue();
        }
    }

    /** Else whoever hangs up often enough would be shut out for good. */
    @Test
    void aStreamIsOverWhenItsCallerHasHungUpBeforeItBegan() throws Exception {
        UnderWay one = new UnderWay(1);
        CompletableFuture<RoutingContext> asked = new CompletableFuture<>();
        CompletableFuture<Void> hungUp = new CompletableFuture<>();
        int port = serve(context -> {
            context.request().connection().closeHandler(closed -> hungUp.complete(null));
            asked.complete(context);
        });
        ask(port).close();
        RoutingContext context = asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        hungUp.get(PATIENCE_SECONDS, TimeUnit.SECONDS);

        one.begin();
        LimitCallers.endWithTheConnection(context, one);

        assertThat(one.begin()).isTrue();
        assertThat(one.begin()).isFalse();
    }

    @Test
    void aLimitOfNoneIsRefused() {
        LimitCallers.requireOne("requests-under-way", 1);

        assertThatThrownBy(() -> LimitCallers.requireOne("requests-under-way", 0))
                .hasMessage("dripline.limits.requests-under-way: expected 1 or more, found 0");
    }

    private static void complete(CompletableFuture<Void> done, Runnable what) {
        try {
            what.run();
            done.complete(null);
        } catch (RuntimeException failed) {
            done.completeExceptionally(failed);
        }
    }

    private int serve(Handler<RoutingContext> door) throws Exception {
        Router router = Router.router(vertx);
        router.route().handler(door);
        HttpServer server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return server.actualPort();
    }

    /** Reads to the end of the stream, which comes only if the server closes. */
    private static String exchange(int port) throws IOException {
        try (Socket caller = ask(port)) {
            caller.setSoTimeout(PATIENCE_SECONDS * 1000);
            return new String(caller.getInputStream().readAllBytes(), US_ASCII);
        }
    }

    private static Socket ask(int port) throws IOException {
        Socket caller = new Socket("127.0.0.1", port);
        caller.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
        return caller;
    }
}
