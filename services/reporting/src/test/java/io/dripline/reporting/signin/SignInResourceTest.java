package io.dripline.reporting.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SignInResourceTest {

    private final AtomicInteger asked = new AtomicInteger();
    private Uni<String> answer = Uni.createFrom().item("{}");
    private final AskIssuer issuer = () -> {
        asked.incrementAndGet();
        return answer;
    };

    @Test
    void saysWhetherTheIssuerAnswersAndNoticesWhenItIsBack() {
        SignInResource signIn = new SignInResource(issuer, Duration.ofMillis(1));
        answer = Uni.createFrom().failure(new ConnectException("refused"));

        Response away = signIn.isThere().await().indefinitely();

        assertThat(away.getStatus()).isEqualTo(503);
        assertThat(away.getHeaderString(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
        answer = Uni.createFrom().item("{}");
        await().until(() -> signIn.isThere().await().indefinitely().getStatus() == 204);
    }

    /** However many pages ask, and strangers may: an issuer that is coming back is not asked by all of them. */
    @Test
    void asksTheIssuerOnceForAllWhoAskMeanwhile() {
        SignInResource signIn = new SignInResource(issuer, Duration.ofHours(1));
        List<UniEmitter<? super String>> issuers = new ArrayList<>();
        answer = Uni.createFrom().emitter(issuers::add);

        List<CompletableFuture<Response>> pages = List.of(
                signIn.isThere().subscribeAsCompletionStage(), signIn.isThere().subscribeAsCompletionStage());
        assertThat(pages).noneMatch(CompletableFuture::isDone);
        issuers.getFirst().complete("{}");

        assertThat(pages).allSatisfy(page -> assertThat(page.join().getStatus()).isEqualTo(204));
        assertThat(signIn.isThere().await().indefinitely().getStatus()).isEqualTo(204);
        assertThat(asked).hasValue(1);
    }
}
