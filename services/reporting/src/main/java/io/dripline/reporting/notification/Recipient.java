package io.dripline.reporting.notification;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whom deliveries are for. */
sealed interface Recipient {

    /** As deliveries name it, for ever: {@code mail:} and an address, or {@code webhook:} and its name in the settings. */
    String name();

    /** A mailbox. */
    record Mailbox(String address) implements Recipient {

        /** What a mail server takes as one address, and no header can be smuggled into. */
        private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;:\"@]{1,64}@[^\\s<>,;:\"@]{1,255}");

        public Mailbox {
            if (!ADDRESS.matcher(address).matches()) {
                throw new IllegalArgumentException(
                        "dripline.notifications.mail.to: expected addresses such as safety@example.org, found "
                                + address);
            }
        }

        @Override
        public String name() {
            return "mail:" + address;
        }
    }

    /**
     * A server that takes signed JSON.
     *
     * @param secret key of the signature; never shown
     */
    record Webhook(String label, URI url, String secret) implements Recipient {

        private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");
        private static final int SHORTEST_SECRET = 32;

        public Webhook {
            if (!LABEL.matcher(label).matches()) {
                throw new IllegalArgumentException(
                        "dripline.notifications.webhooks: expected a name of at most 40 lower-case letters, digits and hyphens, found "
                                + label);
            }
            if (!isHttp(url)) {
                throw new IllegalArgumentException(
                        "dripline.notifications.webhooks.%s.url: expected http or https, a host, and neither user nor fragment"
                                .formatted(label));
            }
            if (secret.getBytes(StandardCharsets.UTF_8).length < SHORTEST_SECRET) {
                throw new IllegalArgumentException(
                        "dripline.notifications.webhooks.%s.secret: expected %d characters or more"
                                .formatted(label, SHORTEST_SECRET));
            }
        }

        /** What is wrong with an address is not repeated: addresses of webhooks often hold a secret. */
        static Webhook of(String label, String url, String secret) {
            try {
                return new Webhook(label, new URI(url), secret);
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException(
                        "dripline.notifications.webhooks.%s.url: expected an http or https address".formatted(label));
            }
        }

        @Override
        public String name() {
            return "webhook:" + label;
        }

        @Override
        public String toString() {
            return name();
        }

        private static boolean isHttp(URI url) {
            String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https"))
                    && url.getHost() != null
                    && url.getUserInfo() == null
                    && url.getFragment() == null;
        }
    }
}
