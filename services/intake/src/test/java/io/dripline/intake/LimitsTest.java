package io.dripline.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens to whoever asks too much, with limits that a test can reach. */
@QuarkusTest
@TestProfile(LimitsTest.Narrow.class)
@TestMethodOrder(OrderAnnotation.class)
class LimitsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    /** Five at once and one a second, three of them under way; a body may wait for a second. */
    public static final class Narrow implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "dripline.limits.requests-per-second", "1",
                    "dripline.limits.requests-at-once", "5",
                    "dripline.limits.failures-per-second", "1",
                    "dripline.limits.failures-at-once", "5",
                    "dripline.limits.requests-under-way", "3",
                    "dripline.limits.body-patience", "1s");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Surroundings.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    private static final String REPORT = """
        {"reference": "limits-%d", "patient": "P-1", "startedAt": "2026-11-16T09:00:00+11:00", "route": "ORAL",\
         "ascertainment": "CHECKLIST"}\
        """;

    @TestHTTPResource
    URI address;

    @Test
    @Order(1)
    void aClinicThatAsksTooMuchIsAskedToWaitAndNobodyElseIs() {
        Clinic busy = new Clinic("limits-busy");
        List<Response> answers = IntStream.range(0, 9)
                .mapToObj(i -> busy.request().get("/sessions"))
                .toList();

        assertThat(answers.getFirst().statusCode()).isEqualTo(200);
        Response refused = answers.stream()
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
        refused.then().contentType("application/problem+json");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 5);
        assertThat(refused.<String>path("detail")).contains("batch");
        new Clinic("limits-calm").request().get("/sessions").then().statusCode(200);
    }

    @Test
    @Order(2)
    void whoWaitsAsToldIsAnswered() {
        Clinic clinic = new Clinic("limits-patient");
        IntStream.range(0, 9).forEach(i -> clinic.request().get("/sessions"));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> clinic.request().get("/sessions").then().statusCode(200));
    }

    /** Everybody here comes from one address. */
    @Test
    @Order(3)
    void falseTokensAreRefusedAndNobodyElseIs() {
        List<Integer> tries = IntStream.range(0, 9)
                .mapToObj(i ->
                        given().auth().oauth2("not.a.token").get("/sessions").statusCode())
                .toList();

        assertThat(tries).startsWith(401).contains(429).containsOnly(401, 429);
        Response refused = Stream.generate(
                        () -> given().auth().oauth2("not.a.token").get("/sessions"))
                .limit(50)
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
        refused.then().contentType("application/problem+json");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        new Clinic("limits-neighbour").request().get("/sessions").then().statusCode(200);
        given().get("/sessions").then().statusCode(401);
        given().get("/q/health/ready").then().statusCode(200);
        given().auth().oauth2("not.a.token").get("/q/health/live").then().statusCode(200);
    }

    /** A door that is another's, and a path that is nobody's; everybody here comes from one address. */
    @ParameterizedTest
    @CsvSource({"/ledger, 403", "/nowhere, 404"})
    @Order(9)
    void whoAsksForWhatIsNotTheirsIsLimitedTooAndNobodyElseIs(String path, int status) {
        Clinic curious = new Clinic("limits-curious-" + status);

        List<Integer> tries = IntStream.range(0, 20)
                .mapToObj(i -> curious.request().get(path).statusCode())
                .toList();

        assertThat(tries).startsWith(status).contains(429).containsOnly(status, 429);
        curious.request().get("/sessions").then().statusCode(429);
        // What was theirs is no false token of somebody else's at the address.
        given().auth().oauth2("not.a.token").get("/sessions").then().statusCode(401);
        new Clinic("limits-decent-" + status).request().get("/sessions").then().statusCode(200);
    }

    /** One byte now and then holds a worker no longer than the limit, and nothing is stored. */
    @Test
    @Order(4)
    void aBodyThatDripsIsGivenUp() throws Exception {
        try (Socket socket = begin("limits-slow", "/sessions", "application/json", 1_000);
                Drip drip = new Drip(socket, " ")) {
            assertThat(answerOf(socket))
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "The body ended early");
        }
    }

    /** Some 8 KiB a second would bring a batch in two hours. */
    @Test
    @Order(5)
    void aBodyThatComesTooSlowlyIsGivenUp() throws Exception {
        try (Socket socket = begin("limits-trickle", "/sessions", "application/json", 1_000_000);
                Drip drip = new Drip(socket, " ".repeat(800))) {
            assertThat(answerOf(socket)).startsWith("HTTP/1.1 400").contains("The body ended early");
        }
    }

    /** What came whole before the body dripped is stored and its first chunk answered; the rest never came. */
    @Test
    @Order(6)
    void aBatchThatDripsAfterItsAnswerHasBegunIsGivenUp() throws Exception {
        try (Socket socket = begin("limits-batch", "/sessions/batch", "application/x-ndjson", 50_000_000)) {
            for (int line = 0; line < 1_200; line++) {
                socket.getOutputStream().write((REPORT.formatted(line) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            try (Drip drip = new Drip(socket, " ")) {
                assertThat(answerOf(socket)).startsWith("HTTP/1.1 200").contains("\"line\":1,", "\"status\":201");
            }
        }
        new Clinic("limits-batch")
                .request()
                .get("/sessions")
                .then()
                .statusCode(200)
                .body("items.size()", greaterThan(0));
    }

    @Test
    @Order(7)
    void whoHasTooMuchUnderWayIsAskedToWaitAndNobodyElseIs() throws Exception {
        Clinic busy = new Clinic("limits-at-once");
        try (Socket first = begin(busy.id(), "/sessions/batch", "application/x-ndjson", 50_000_000);
                Drip one = new Drip(first, " ".repeat(20_000));
                Socket second = begin(busy.id(), "/sessions/batch", "application/x-ndjson", 50_000_000);
                Drip two = new Drip(second, " ".repeat(20_000));
                Socket third = begin(busy.id(), "/sessions/batch", "application/x-ndjson", 50_000_000);
                Drip three = new Drip(third, " ".repeat(20_000))) {
            // Each question is one of those that a second allows.
            await().pollDelay(SECOND)
                    .pollInterval(SECOND)
                    .atMost(SECOND.multipliedBy(20))
                    .untilAsserted(() -> {
                        Response refused = busy.request().get("/sessions");
                        refused.then().statusCode(429).contentType("application/problem+json");
                        assertThat(refused.header("Retry-After")).isEqualTo("1");
                        assertThat(refused.<String>path("detail")).contains("at the same time");
                    });
            new Clinic("limits-alone").request().get("/sessions").then().statusCode(200);
        }

        // They hung up without an answer.
        await().pollDelay(SECOND)
                .pollInterval(SECOND)
                .atMost(SECOND.multipliedBy(30))
                .untilAsserted(() -> busy.request().get("/sessions").then().statusCode(200));
    }

    /** Else whoever asks and hangs up, again and again, would hold every worker. */
    @Test
    @Order(8)
    void whoHangsUpIsCountedUntilItsWorkIsDone() throws Exception {
        Clinic gone = new Clinic("limits-gone");
        try (Connection held = DriverManager.getConnection(Database.url(), "postgres", "postgres")) {
            held.setAutoCommit(false);
            held.createStatement().execute("lock table session_version in access exclusive mode");
            try (Socket one = ask(gone.id(), "/sessions");
                    Socket two = ask(gone.id(), "/sessions");
                    Socket three = ask(gone.id(), "/sessions")) {
                awaitTooMany(gone);
            }
            awaitTooMany(gone);
        }

        await().pollDelay(SECOND)
                .pollInterval(SECOND)
                .atMost(SECOND.multipliedBy(30))
                .untilAsserted(() -> gone.request().get("/sessions").then().statusCode(200));
    }

    private static void awaitTooMany(Clinic clinic) {
        await().pollDelay(SECOND)
                .pollInterval(SECOND)
                .atMost(SECOND.multipliedBy(10))
                .untilAsserted(() -> clinic.request()
                        .get("/tallies?from=2026-01-01&to=2026-01-02")
                        .then()
                        .statusCode(429)
                        .body("detail", containsString("at the same time")));
    }

    private Socket ask(String clinic, String path) throws IOException {
        Socket socket = new Socket(address.getHost(), address.getPort());
        String head = """
            GET %s HTTP/1.1
            Host: localhost
            Authorization: Bearer %s

            """.formatted(path, Tokens.clinic(clinic)).replace("\n", "\r\n");
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Sends a head, and no body. */
    private Socket begin(String clinic, String path, String type, int length) throws IOException {
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(20_000);
        String head = """
            POST %s HTTP/1.1
            Host: localhost
            Authorization: Bearer %s
            Content-Type: %s
            Content-Length: %d
            Connection: close

            """.formatted(path, Tokens.clinic(clinic), type, length).replace("\n", "\r\n");
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** To the end of the stream, which comes only when the service closes. */
    private static String answerOf(Socket socket) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(answer);
        } catch (SocketException reset) {
            // Closed while bytes were still coming; what was read before counts.
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    /** The same again, ten times a second, until the service closes or the test is over. */
    private static final class Drip implements AutoCloseable {

        private final Thread thread;

        Drip(Socket socket, String drop) {
            byte[] bytes = drop.getBytes(StandardCharsets.US_ASCII);
            thread = Thread.ofVirtual().start(() -> {
                try {
                    while (!Thread.currentThread().isInterrupted()) {
                        socket.getOutputStream().write(bytes);
                        socket.getOutputStream().flush();
                        Thread.sleep(100);
                    }
                } catch (IOException | InterruptedException over) {
                    // The service has closed, or the test is over.
                }
            });
        }

        @Override
        public void close() {
            thread.interrupt();
        }
    }
}
