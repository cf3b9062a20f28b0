package io.dripline.reporting.notification;

import io.quarkus.mailer.SentMail;
import io.quarkus.mailer.runtime.MailerSupport;
import io.quarkus.mailer.runtime.Mailers;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Set;

/**
 * Opens mailers by the settings of {@code quarkus.mailer}, each with connections of its own. The one that Quarkus offers
 * for injection keeps a connection whose server never answers for ever, ten of them at most, and then sends nothing more.
 */
@ApplicationScoped
class OpenMailers {

    private static final MailerSupport ONLY_THE_DEFAULT = new MailerSupport(true, Set.of());

    private final Vertx vertx;
    private final io.vertx.mutiny.core.Vertx mutiny;
    private final MailersRuntimeConfig config;
    private final LaunchMode launchMode;
    private final TlsConfigurationRegistry certificates;
    private final Event<SentMail> sent;

    OpenMailers(
            Vertx vertx,
            io.vertx.mutiny.core.Vertx mutiny,
            MailersRuntimeConfig config,
            LaunchMode launchMode,
            TlsConfigurationRegistry certificates,
            Event<SentMail> sent) {
        this.vertx = vertx;
        this.mutiny = mutiny;
        this.config = config;
        this.launchMode = launchMode;
        this.certificates = certificates;
        this.sent = sent;
    }

    /** For its owner to stop, which closes every connection. */
    Mailers open() {
        return new Mailers(vertx, mutiny, config, launchMode, ONLY_THE_DEFAULT, certificates, sent);
    }
}
