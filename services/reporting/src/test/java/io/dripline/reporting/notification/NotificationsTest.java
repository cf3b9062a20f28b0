package io.dripline.reporting.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.PublishShares;
import io.dripline.reporting.Servers;
import io.dripline.reporting.Shares;
import io.dripline.reporting.Tokens;
import io.dripline.reporting.notification.Recipient.Mailbox;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The whole way: counts come in, an alert is raised, and people are told; by a real SMTP conversation, by real posts, and beside
 * a webhook that takes connections and never answers.
 */
@QuarkusTest
@TestProfile(NotificationsTest.Told.class)
class NotificationsTest {

    private static final String SECRET = "a-secret-of-32-characters-or-more";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Ports are chosen here, and servers put behind them by the tests. */
    public static final class Told implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>();
            settings.put("dripline.notifications.mail.to", "safety@example.org");
            settings.put("quarkus.mailer.mock", "false");
            settings.put("quarkus.mailer.from", "dripline@example.org");
            settings.put("quarkus.mailer.port", Integer.toString(freePort()));
            settings.put("dripline.notifications.poll", "PT0.05S");
            settings.put("dripline.notifications.first-pause", "PT0.2S");
            // A mail that was on its way when a test took its server down is tried again within the next test's
            // patience.
            settings.put("dripline.notifications.mail-timeout", "PT3S");
            // Whatever hangs hangs for longer than any test runs.
            settings.put("dripline.notifications.webhook-timeout", "PT10M");
            settings.put("dripline.notifications.patience", "PT20S");
            settings.put("dripline.digest.at", "00:00");
            for (String webhook : List.of("office", "silent")) {
                int port = freePort();
                settings.put("dripline.test.port." + webhook, Integer.toString(port));
                settings.put(
                        "dripline.notifications.webhooks." + webhook + ".url", "http://127.0.0.1:%d/".formatted(port));
                settings.put("dripline.notifications.webhooks." + webhook + ".secret", SECRET);
            }
            return settings;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Servers.class));
        }

        /** Below those that a system hands out, one of which database, broker or a client would get before the tests take it. */
        private static int freePort() {
            while (true) {
                int port = ThreadLocalRandom.current().nextInt(10_100, 15_000);
                try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                    return socket.getLocalPort();
                } catch (IOException taken) {
                    // another
                }
            }
        }
    }

    @Inject
    Jdbi jdbi;

    @Inject
    ObjectMapper json;

    @Inject
    OpenMailers mailers;

    private final String clinic = "clinic-" + UUID.randomUUID();
    private GreenMail mail;
    private MailServerDoor door;
    private WebhookServer office;
    private RawServer silent;

    @BeforeEach
    void startServers() throws IOException {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        door = MailServerDoor.at(port("quarkus.mailer.port"), mail.getSmtp().getPort());
        office = WebhookServer.start(port("dripline.test.port.office"));
        silent = RawServer.saying("", port("dripline.test.port.silent"));
    }

    @AfterEach
    void stopServers() throws IOException {
        silent.close();
        office.close();
        door.close();
        mail.stop();
    }

    @Test
    void anAlertIsMailedAndPostedOnce() throws Exception {
        UUID alert = raise(clinic);

        WebhookServer.Request request = awaitPost(alert);
        MimeMessage letter = awaitMail(clinic);
        String signature = request.header("Dripline-Signature");
        String time = signature.replaceAll("^t=(\\d+),v1=.*", "$1");
        assertThat(signature).isEqualTo("t=%s,v1=%s".formatted(time, WebhookServer.hmac(SECRET, time, request.body())));
        JsonNode body = json.readTree(request.body());
        assertThat(body.get("type").textValue()).isEqualTo("alert");
        assertThat(body.get("occasion").textValue()).isEqualTo("RAISED");
        assertThat(body.get("alert"))
                .isEqualTo(json.readTree(officer().get("/api/alerts").asByteArray())
                        .valueStream()
                        .filter(listed -> listed.get("id").textValue().equals(alert.toString()))
                        .findFirst()
                        .orElseThrow());
        assertThat(letter.getSubject()).isEqualTo("[Dripline] Alert raised: CNS, clinic " + clinic);
        assertThat(letter.getFrom()[0]).hasToString("dripline@example.org");
        assertThat(letter.getMessageID())
                .isEqualTo("<%s@dripline>".formatted(deliveryTo("mail:safety@example.org", alert)));
        assertThat(part(letter, "text/plain"))
                .contains(
                        "60 of 140 first courses (42.9 %)",
                        "High since     2026-W40",
                        "Published      the rate lies above 7 of 13 comparable figures",
                        alert.toString());
        assertThat(part(letter, "text/html"))
                .contains("<h2>Alert raised: CNS, clinic " + clinic, "60 of 140 first courses (42.9 %)");

        tellAllAgain();

        assertThat(postsOf(alert)).hasSize(1);
        assertThat(mailsOf(clinic)).hasSize(1);
    }

    /** By order: the silent webhook still holds its first delivery when a later alert has been judged and told. */
    @Test
    void aWebhookThatNeverAnswersDelaysNeitherJudgingNorTheOthers() throws Exception {
        UUID first = raise(clinic);
        await().atMost(PATIENCE).until(() -> silent.open() > 0);
        String later = "later-" + clinic;

        UUID second = raise(later);

        awaitPost(second);
        awaitMail(later);
        assertThat(silent.open()).isOne();
        for (UUID alert : List.of(first, second)) {
            assertThat(stateOf("webhook:silent", alert)).isEqualTo("WAITING");
        }
    }

    @Test
    void aWebhookThatRefusesIsTriedAgainAndThenParkedUntilAnOfficerSendsItAgain() throws Exception {
        office.answer(500, "come back later");
        UUID alert = raise(clinic);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(postsOf(alert)).hasSizeGreaterThan(1));
        UUID delivery = deliveryTo("webhook:office", alert);
        officer()
                .get("/api/notifications?state=WAITING")
                .then()
                .statusCode(200)
                .body(
                        "items.find { it.id == '%s' }.lastError".formatted(delivery),
                        equalTo("answered 500: come back later"));
        await().atMost(PATIENCE.multipliedBy(2))
                .untilAsserted(
                        () -> assertThat(stateOf("webhook:office", alert)).isEqualTo("PARKED"));
        assertThat(postsOf(alert))
                .extracting(post -> post.header("Dripline-Delivery"))
                .containsOnly(delivery.toString());
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/health/well")
                        .then()
                        .statusCode(200)
                        .body("checks.find { it.name == 'notifications' }.status", equalTo("UP"))
                        .body("checks.find { it.name == 'notifications' }.data.parked", greaterThanOrEqualTo(1)));
        given().get("/q/metrics")
                .then()
                .body(containsString("dripline_notifications_parked"))
                .body(containsString("dripline_notifications_tries_total{channel=\"webhook\",outcome=\"failed\"}"));
        office.answer(200, "");

        officer()
                .post("/api/notifications/%s/retry".formatted(delivery))
                .then()
                .statusCode(200)
                .body("state", equalTo("WAITING"))
                .body("retriedBy", equalTo("test"));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(stateOf("webhook:office", alert)).isEqualTo("DELIVERED"));
        officer()
                .post("/api/notifications/%s/retry".formatted(delivery))
                .then()
                .statusCode(409)
                .contentType(containsString("application/problem+json"));
    }

    /** More tries than a mailer has connections, each of which the server holds for ever. */
    @Test
    void aMailServerThatNeverAnsweredIsUsedAgainOnceItDoes() throws Exception {
        door.shutSaying("");
        Notice notice = new Notice.OfAlert(Occasion.RAISED, SomeAlert.SUMMARIES.summarise(SomeAlert.raised()));
        List<Outcome> outcomes = new ArrayList<>();
        try (SendMail channel = new SendMail(new Mailbox("other@example.org"), mailers::open, Duration.ofMillis(300))) {
            for (int i = 0; i < 12; i++) {
                outcomes.add(channel.tell(delivery(), notice));
            }
        }
        assertThat(outcomes).containsOnly(new Outcome.Failed("the mail server gave no answer within 0.3 s"));
        assertThat(door.held()).isGreaterThanOrEqualTo(12);
        door.open();

        try (SendMail channel = new SendMail(new Mailbox("other@example.org"), mailers::open, PATIENCE)) {
            assertThat(channel.tell(delivery(), notice)).isEqualTo(new Outcome.Delivered());
        }

        assertThat(mail.getReceivedMessagesForDomain("other@example.org")).hasSize(1);
    }

    @Test
    void aMailServersRefusalIsTold() throws Exception {
        door.shutSaying("554 no mail from you\r\n");

        try (SendMail channel = new SendMail(new Mailbox("other@example.org"), mailers::open, PATIENCE)) {
            assertThat(channel.tell(
                            delivery(),
                            new Notice.OfAlert(Occasion.RAISED, SomeAlert.SUMMARIES.summarise(SomeAlert.raised()))))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.error()).startsWith("the mail server answered 554"));
        }
    }

    /** At midnight it would be two days. */
    @Test
    void theDigestIsToldOnceADay() throws Exception {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(count("select count(*) from delivery where occasion = 'DIGEST'"))
                        .isGreaterThanOrEqualTo(3));
        await().atMost(PATIENCE)
                .untilAsserted(() -> officer()
                        .get("/api/notifications?state=DELIVERED")
                        .then()
                        .body("items.findAll { it.occasion == 'DIGEST' }.recipient", hasItem("webhook:office"))
                        .body(
                                "items.findAll { it.occasion == 'DIGEST' }.recipient",
                                hasItem("mail:safety@example.org")));

        tellAllAgain();

        assertThat(count("select count(*) from delivery where occasion = 'DIGEST'"))
                .isEqualTo(3 * count("select count(*) from digest"));
        officer().get("/api/digest").then().statusCode(200).body("standing", equalTo("MADE"));
    }

    @Test
    void aDigestIsMailedAndPosted() throws Exception {
        UUID alert = raise(clinic);
        awaitPost(alert);
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into digest (day, computed_at, content) values ('2099-01-01', now(), :content::json)")
                .bind("content", digestNaming(alert))
                .execute());

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(office.received()).anySatisfy(request -> {
                    JsonNode body = json.readTree(request.body());
                    assertThat(body.get("type").textValue()).isEqualTo("digest");
                    assertThat(body.at("/digest/rejected/0/cohort/clinic").textValue())
                            .isEqualTo(clinic);
                }));

        MimeMessage letter = awaitMail("Digest of 2099-01-01");
        assertThat(letter.getSubject())
                .isEqualTo("[Dripline] Digest of 2099-01-01: 1 monitor stands out, 1 open alert");
        assertThat(part(letter, "text/plain"))
                .contains("CNS, clinic " + clinic, "60 of 140 first courses (42.9 %)", "held against table9-cns (8 %)")
                .contains(
                        "Since the digest of 2098-12-31:",
                        "table9-cns stands out now",
                        "raised 22 November 2026, 01:02 UTC");
        assertThat(part(letter, "text/html")).contains("<td>CNS, clinic " + clinic + "</td>");
    }

    @Test
    void listsByStateAndRefusesWhatItDoesNotKnow() {
        officer()
                .get("/api/notifications?state=DELIVERED&limit=1")
                .then()
                .statusCode(200)
                .body("items.state", everyItem(equalTo("DELIVERED")));
        officer()
                .get("/api/notifications?state=LOST&limit=0&after=x")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("after", "limit", "state")));
        for (String id : List.of("nonsense", "00000000-0000-0000-0000-000000000000")) {
            officer().post("/api/notifications/%s/retry".formatted(id)).then().statusCode(404);
        }
        officer().get("/api/notifications").then().body(not(containsString(SECRET)));
    }

    private static Delivery delivery() {
        return new Delivery(
                UUID.randomUUID(),
                "mail:other@example.org",
                Occasion.RAISED,
                UUID.randomUUID(),
                1,
                null,
                DeliveryState.WAITING,
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                null,
                null,
                null);
    }

    private String digestNaming(UUID alert) {
        return """
                {"day": "2099-01-01", "standing": "MADE", "computedAt": "2099-01-01T07:00:00Z", "zone": "UTC", "alpha": 0.05,
                 "monitors": 8, "rejected": [{"monitor": "table9-cns", "measure": "CNS", "unit": "FIRST_COURSE",
                 "cohort": {"clinic": "%s"}, "exposed": 140, "affected": 60, "rate": 0.428571, "p0": 0.08, "lnE": 30.1,
                 "promise": "PROVISIONAL"}], "changed": {"since": "2098-12-31", "newlyRejected": ["table9-cns"],
                 "noLongerRejected": [], "newlyOpen": ["%s"], "noLongerOpen": []}, "openAlerts": [{"id": "%s",
                 "monitor": "table9-cns", "measure": "CNS", "cohort": {"clinic": "%s"}, "state": "RAISED",
                 "promise": "PROVISIONAL", "exposed": 140, "affected": 60, "raisedAt": "2026-11-22T01:02:03Z"}]}
                """.formatted(clinic, alert, alert, clinic);
    }

    /** Counts that reach the threshold, as the incidence service publishes them. */
    private UUID raise(String where) {
        Cell cell = Shares.cell(Unit.FIRST_COURSE, "2026-W40", where);
        PublishShares.inOneTransaction(Shares.share(1, 1, cell, 140, 60));
        String find = "find { it.cohort.clinic == '%s' }.id".formatted(where);
        await().atMost(PATIENCE)
                .until(() -> officer().get("/api/alerts").jsonPath().get(find) != null);
        return UUID.fromString(officer().get("/api/alerts").jsonPath().getString(find));
    }

    /** As after a rebuild, or any mishap that loses how far it came; until every version was read again. */
    private void tellAllAgain() {
        long last = count("select max(seq) from alert_version");
        jdbi.useHandle(handle -> {
            handle.execute("update relay_position set xid = '0', seq = 0");
            handle.execute("update notification_position set xid = '0', seq = 0, digest_day = '-infinity'");
        });
        await().atMost(PATIENCE).until(() -> count("select seq from notification_position") >= last);
        await().atMost(PATIENCE)
                .until(() ->
                        count("select count(*) from delivery where state = 'WAITING' and recipient <> 'webhook:silent'")
                                == 0);
    }

    private WebhookServer.Request awaitPost(UUID alert) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(postsOf(alert)).isNotEmpty());
        return postsOf(alert).getFirst();
    }

    private List<WebhookServer.Request> postsOf(UUID alert) {
        return office.received().stream()
                .filter(request -> request.body().contains("\"id\":\"" + alert + "\"")
                        && request.body().contains("\"type\":\"alert\""))
                .toList();
    }

    private MimeMessage awaitMail(String subject) throws Exception {
        await().atMost(PATIENCE).until(() -> !mailsOf(subject).isEmpty());
        return mailsOf(subject).getFirst();
    }

    private List<MimeMessage> mailsOf(String subject) throws Exception {
        List<MimeMessage> found = new ArrayList<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            if (message.getSubject().contains(subject)) {
                found.add(message);
            }
        }
        return found;
    }

    private static String part(MimeMessage message, String type) throws Exception {
        MimeMultipart parts = (MimeMultipart) message.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType(type)) {
                return part.getContent().toString().replace("\r\n", "\n");
            }
        }
        throw new AssertionError("no part of type " + type);
    }

    private String stateOf(String recipient, UUID alert) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select state from delivery where recipient = :recipient and alert_id = :alert")
                .bind("recipient", recipient)
                .bind("alert", alert)
                .mapTo(String.class)
                .one());
    }

    private UUID deliveryTo(String recipient, UUID alert) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id from delivery where recipient = :recipient and alert_id = :alert")
                .bind("recipient", recipient)
                .bind("alert", alert)
                .mapTo(UUID.class)
                .one());
    }

    private long count(String query) {
        return jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    private static int port(String property) {
        return ConfigProvider.getConfig().getValue(property, Integer.class);
    }

    private static RequestSpecification officer() {
        return given().auth().oauth2(Tokens.officer());
    }
}
