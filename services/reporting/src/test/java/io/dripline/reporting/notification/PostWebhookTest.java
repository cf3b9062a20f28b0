package io.dripline.reporting.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.dripline.contracts.alert.Alert;
import io.dripline.reporting.notification.Recipient.Webhook;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One webhook, as it behaves and misbehaves. */
class PostWebhookTest {

    private static final String SECRET = "a-secret-of-32-characters-or-more";
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Instant NOW = Instant.parse("2026-11-22T01:02:05Z");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Alert alert = SomeAlert.raised();
    private final Delivery delivery = new Delivery(
            UUID.randomUUID(),
            "webhook:office",
            Occasion.RAISED,
            alert.id(),
            1,
            null,
            DeliveryState.WAITING,
            1,
            SomeAlert.RAISED_AT,
            SomeAlert.RAISED_AT,
            null,
            null,
            null,
            null);
    private final WebhookServer server = WebhookServer.start(0);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void isPostedWithItsIdAndASignatureOfTheBody() throws Exception {
        Outcome outcome = post(server.url(), LONG);

        assertThat(outcome).isEqualTo(new Outcome.Delivered());
        assertThat(server.received()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.header("Content-Type")).isEqualTo("application/json");
            assertThat(request.header("Dripline-Delivery"))
                    .isEqualTo(delivery.id().toString());
            assertThat(request.header("Idempotency-Key"))
                    .isEqualTo(delivery.id().toString());
            assertThat(request.header("Dripline-Signature"))
                    .isEqualTo("t=1795309325,v1=" + WebhookServer.hmac(SECRET, "1795309325", request.body()));
            assertThat(JSON.readTree(request.body()))
                    .isEqualTo(JSON.createObjectNode()
                            .put("delivery", delivery.id().toString())
                            .put("type", "alert")
                            .put("occasion", "RAISED")
                            .put("notedAt", "2026-11-22T01:02:03Z")
                            .set("alert", JSON.readTree(JSON.writeValueAsBytes(SomeAlert.SUMMARIES.summarise(alert)))));
        });
    }

    @Test
    void aRefusalIsAFailureOfWhichTheBeginningIsKept() throws Exception {
        server.answer(503, "out of \r\n order " + "x".repeat(100_000));

        Outcome outcome = post(server.url(), LONG);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.error())
                                .startsWith("answered 503: out of   order xxx")
                                .hasSizeLessThan(220));
    }

    @Test
    void aRedirectIsAFailureAndIsNotFollowed() throws Exception {
        try (WebhookServer elsewhere = WebhookServer.start(0)) {
            server.redirect(elsewhere.url());

            Outcome outcome = post(server.url(), LONG);

            assertThat(outcome).isEqualTo(new Outcome.Failed("answered 307: redirects are not followed"));
            assertThat(elsewhere.received()).isEmpty();
        }
    }

    @Test
    void anAnswerThatNeverEndsIsOneBecauseOfItsStatus() throws Exception {
        try (RawServer endless = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nbegun")) {
            assertThat(post(endless.url(), LONG)).isEqualTo(new Outcome.Delivered());
        }
    }

    @Test
    void aServerThatNeverAnswersIsGivenUpInTime() throws Exception {
        try (RawServer silent = RawServer.saying("")) {
            assertThat(post(silent.url(), Duration.ofMillis(300)))
                    .isEqualTo(new Outcome.Failed("no answer within 0.3 s"));
        }
    }

    @Test
    void aServerThatHangsUpOrIsNotThereIsToldWithoutItsAddress() throws Exception {
        URI gone;
        try (WebhookServer brief = WebhookServer.start(0)) {
            gone = brief.url();
        }

        assertThat(post(gone, LONG)).isEqualTo(new Outcome.Failed("cannot be reached"));
        assertThat(post(URI.create("http://nowhere.invalid/token-in-the-address"), LONG))
                .isEqualTo(new Outcome.Failed("its host is not known"));
        try (RawServer confused = RawServer.saying("no HTTP\r\n\r\n")) {
            assertThat(post(confused.url(), LONG))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.error())
                                    .startsWith("the connection broke: ")
                                    .doesNotContain("127.0.0.1"));
        }
    }

    private Outcome post(URI url, Duration timeout) throws InterruptedException {
        try (PostWebhook channel = new PostWebhook(
                new Webhook("office", url, SECRET),
                Duration.ofSeconds(5),
                timeout,
                JSON,
                Clock.fixed(NOW, ZoneOffset.UTC))) {
            return channel.tell(delivery, new Notice.OfAlert(Occasion.RAISED, SomeAlert.SUMMARIES.summarise(alert)));
        }
    }
}
