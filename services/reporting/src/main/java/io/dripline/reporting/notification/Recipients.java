package io.dripline.reporting.notification;

import io.dripline.reporting.notification.NotificationsConfig.WebhookConfig;
import io.dripline.reporting.notification.Recipient.Mailbox;
import io.dripline.reporting.notification.Recipient.Webhook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Whom this installation tells; from its configuration alone, never from a request. */
@ApplicationScoped
class Recipients {

    private final List<Recipient> all;

    /** @throws IllegalArgumentException naming the setting that is wrong, which stops the start */
    Recipients(NotificationsConfig config) {
        List<Recipient> told = new ArrayList<>();
        config.mail().to().orElse(List.of()).stream()
                .map(String::strip)
                .distinct()
                .forEach(address -> told.add(new Mailbox(address)));
        config.webhooks()
                .forEach((label, webhook) ->
                        webhook.url().ifPresent(url -> told.add(Webhook.of(label, url.strip(), secretOf(webhook)))));
        all = List.copyOf(told);
    }

    List<Recipient> all() {
        return all;
    }

    List<String> names() {
        return all.stream().map(Recipient::name).toList();
    }

    private static String secretOf(WebhookConfig webhook) {
        return webhook.secret().orElse("");
    }
}
