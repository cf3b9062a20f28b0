package io.dripline.reporting.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whom the settings name, set by variables over the service's own file as in a container. */
class RecipientsTest {

    private static final String SECRET = "a-secret-of-32-characters-or-more";

    @Test
    void withoutSettingsNobodyIsTold() throws IOException {
        assertThat(told(Map.of(
                        "DRIPLINE_NOTIFICATIONS_MAIL_TO", "",
                        "DRIPLINE_NOTIFICATIONS_WEBHOOKS_OFFICE_URL", "",
                        "DRIPLINE_NOTIFICATIONS_WEBHOOKS_OFFICE_SECRET", "")))
                .isEmpty();
    }

    @Test
    void addressesAndWebhooksAreToldByTheirNames() throws IOException {
        assertThat(told(Map.of(
                        "DRIPLINE_NOTIFICATIONS_MAIL_TO", "safety@example.org, lead@example.org,safety@example.org",
                        "DRIPLINE_NOTIFICATIONS_WEBHOOKS_OFFICE_URL", "https://example.org/hook?token=1",
                        "DRIPLINE_NOTIFICATIONS_WEBHOOKS_OFFICE_SECRET", SECRET,
                        "DRIPLINE_NOTIFICATIONS_WEBHOOKS__LAB__URL", "http://10.0.0.7:8000/",
                        "DRIPLINE_NOTIFICATIONS_WEBHOOKS__LAB__SECRET", SECRET)))
                .containsExactlyInAnyOrder(
                        "mail:safety@example.org", "mail:lead@example.org", "webhook:office", "webhook:lab");
    }

    @Test
    void aWebhookWithoutASecretStopsTheStart() {
        assertThatThrownBy(() -> told(Map.of("DRIPLINE_NOTIFICATIONS_WEBHOOKS_OFFICE_URL", "https://example.org/hook")))
                .hasMessage("dripline.notifications.webhooks.office.secret: expected 32 characters or more");
    }

    private static List<String> told(Map<String, String> variables) throws IOException {
        URL file = RecipientsTest.class.getResource("/application.properties");
        return new Recipients(new SmallRyeConfigBuilder()
                        .withMapping(NotificationsConfig.class)
                        .withValidateUnknown(false)
                        .withSources(new PropertiesConfigSource(file), new EnvConfigSource(variables, 300))
                        .build()
                        .getConfigMapping(NotificationsConfig.class))
                .names();
    }
}
