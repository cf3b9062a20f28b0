package io.dripline.reporting.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.reporting.notification.Recipient.Mailbox;
import io.dripline.reporting.notification.Recipient.Webhook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientTest {

    private static final String SECRET = "a-secret-of-32-characters-or-more";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://example.org/x",
                "example.org/x",
                "https:///x",
                "https://user:word@example.org/x",
                "https://example.org/x#y",
                "https://example.org/a b"
            })
    void aWebhookIsAnHttpAddressAndWhatIsWrongIsNotRepeated(String url) {
        assertThatThrownBy(() -> Webhook.of("office", url, SECRET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("dripline.notifications.webhooks.office.url: expected")
                .hasMessageNotContaining(url)
                .hasNoCause();
    }

    @Test
    void aWebhookNeedsALongSecretThatNothingRepeats() {
        assertThatThrownBy(() -> Webhook.of("office", "https://example.org/x", "too-short"))
                .hasMessageStartingWith("dripline.notifications.webhooks.office.secret: expected 32")
                .hasMessageNotContaining("too-short");
        assertThat(Webhook.of("office", "https://example.org/x", SECRET)).hasToString("webhook:office");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Office", "-office", "off ice", "", "office:1"})
    void aWebhooksNameIsPlain(String label) {
        assertThatThrownBy(() -> Webhook.of(label, "https://example.org/x", SECRET))
                .hasMessageContaining("expected a name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"safety", "a@b@c", "a b@example.org", "a@example.org,b@example.org", "a@x.org\r\nBcc: c@x.org"})
    void aMailboxIsOneAddress(String address) {
        assertThatThrownBy(() -> new Mailbox(address))
                .hasMessageStartingWith("dripline.notifications.mail.to: expected");
    }
}
