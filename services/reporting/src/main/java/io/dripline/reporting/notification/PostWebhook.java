package io.dripline.reporting.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.reporting.notification.Recipient.Webhook;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Posts a signed message to a webhook. Any status of 200 to 299 is a delivery; redirects are not followed, since they would
 * send what is signed for one server to another.
 */
final class PostWebhook implements Channel {

    private static final String TYPE = "application/json";

    private final HttpClient client;
    private final Webhook webhook;
    private final Duration timeout;
    private final ObjectMapper json;
    private final Clock clock;

    PostWebhook(Webhook webhook, Duration connectTimeout, Duration timeout, ObjectMapper json, Clock clock) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .build();
        this.webhook = webhook;
        this.timeout = timeout;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Outcome tell(Delivery delivery, Notice notice) throws InterruptedException {
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request(delivery, write(WebhookBody.of(delivery, notice))), ReadRefusal::of);
        try {
            // Unlike the request's own timeout this one covers an answer that begins and never ends.
            return outcome(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return new Outcome.Failed("no answer within " + seconds(timeout));
        } catch (ExecutionException e) {
            return new Outcome.Failed(words(Objects.requireNonNull(e.getCause())));
        } finally {
            answer.cancel(true);
        }
    }

    @Override
    public Duration longest() {
        return timeout;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpRequest request(Delivery delivery, byte[] body) {
        Instant now = clock.instant();
        String id = delivery.id().toString();
        return HttpRequest.newBuilder(webhook.url())
                .header("Content-Type", TYPE)
                .header("User-Agent", "Dripline")
                .header("Dripline-Delivery", id)
                .header("Idempotency-Key", id)
                .header(Signature.HEADER, Signature.of(webhook.secret(), now, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private byte[] write(WebhookBody body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a notice of %s cannot be written".formatted(body.occasion()), e);
        }
    }

    private static Outcome outcome(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return new Outcome.Delivered();
        }
        if (status >= 300 && status < 400) {
            return new Outcome.Failed("answered %d: redirects are not followed".formatted(status));
        }
        String said = answer.body().isBlank() ? "" : ": " + answer.body();
        return new Outcome.Failed("answered " + status + said);
    }

    /** Not the exception's own words, which may repeat the address. */
    private static String words(Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof UnknownHostException || at instanceof UnresolvedAddressException) {
                return "its host is not known";
            }
            if (at instanceof SSLException) {
                return "its certificate or TLS is not accepted";
            }
        }
        return switch (cause) {
            case HttpConnectTimeoutException _ -> "cannot be reached in time";
            case ConnectException _ -> "cannot be reached";
            default -> "the connection broke: " + cause.getClass().getSimpleName();
        };
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() / 1000.0 + " s";
    }
}
