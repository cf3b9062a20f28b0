package io.dripline.reporting.notification;

import io.dripline.reporting.notification.Recipient.Mailbox;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.runtime.Mailers;
import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands a mail to the server. It carries the delivery's id as its Message-ID, by which mail programs recognise what came
 * twice.
 */
final class SendMail implements Channel {

    private final Mailbox mailbox;
    private final Supplier<Mailers> open;
    private final Duration timeout;
    private @Nullable Mailers mailers;

    SendMail(Mailbox mailbox, Supplier<Mailers> open, Duration timeout) {
        this.mailbox = mailbox;
        this.open = open;
        this.timeout = timeout;
    }

    @Override
    public Outcome tell(Delivery delivery, Notice notice) throws InterruptedException {
        Letter letter = WriteLetter.write(notice);
        Mail mail = Mail.withText(mailbox.address(), letter.subject(), letter.text())
                .setHtml(letter.html())
                .addHeader("Message-ID", "<%s@dripline>".formatted(delivery.id()))
                .addHeader("Auto-Submitted", "auto-generated");
        CompletableFuture<Void> sending = mailers()
                .reactiveMailerFromName(Mailers.DEFAULT_MAILER_NAME)
                .send(mail)
                .subscribeAsCompletionStage();
        boolean answered = false;
        try {
            sending.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            answered = true;
            return new Outcome.Delivered();
        } catch (TimeoutException e) {
            return new Outcome.Failed(
                    "the mail server gave no answer within %s s".formatted(timeout.toMillis() / 1000.0));
        } catch (ExecutionException e) {
            return new Outcome.Failed(words(Objects.requireNonNull(e.getCause())));
        } finally {
            if (!answered) {
                // Nothing else would ever close a connection whose server is silent.
                close();
            }
        }
    }

    @Override
    public Duration longest() {
        return timeout;
    }

    @Override
    public void close() {
        if (mailers != null) {
            mailers.stop();
            mailers = null;
        }
    }

    private Mailers mailers() {
        if (mailers == null) {
            mailers = open.get();
        }
        return mailers;
    }

    private static String words(Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof SMTPException refused) {
                return "the mail server answered %d: %s".formatted(refused.getReplyCode(), refused.getReplyMessage());
            }
            if (at instanceof UnknownHostException) {
                return "the mail server's host is not known";
            }
            if (at instanceof ConnectException) {
                return "the mail server cannot be reached";
            }
        }
        return "the mail could not be handed over: " + cause.getClass().getSimpleName();
    }
}
