package io.dripline.reporting.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whom to tell, and how patiently. How mail is sent is said by {@code quarkus.mailer}. */
@ConfigMapping(prefix = "dripline.notifications")
public interface NotificationsConfig {

    MailConfig mail();

    /** By a name of lower-case letters, digits and hyphens, which stays when an address changes. */
    Map<String, WebhookConfig> webhooks();

    /** How often each worker looks for what is due. */
    @WithDefault("PT0.5S")
    Duration poll();

    /** The pause after a first failure; each further one doubles it. */
    @WithDefault("PT5S")
    Duration firstPause();

    /** The longest pause between two tries. */
    @WithDefault("PT1H")
    Duration longestPause();

    /** How long one delivery is tried again before it is parked. */
    @WithDefault("PT24H")
    Duration patience();

    /** How long a try may take to connect to a webhook. */
    @WithDefault("PT5S")
    Duration connectTimeout();

    /** How long a try at a webhook may take in all. */
    @WithDefault("PT10S")
    Duration webhookTimeout();

    /** How long a try to hand a mail to its server may take in all. */
    @WithDefault("PT30S")
    Duration mailTimeout();

    /** Who gets mail. */
    interface MailConfig {

        /** Addresses, each of which is told by a mail of its own. */
        Optional<List<String>> to();
    }

    /** One that is posted to; without an address it is left out. */
    interface WebhookConfig {

        /** {@code http} or {@code https}. */
        Optional<String> url();

        /** The key of the signature, 32 characters or more. */
        Optional<String> secret();
    }
}
