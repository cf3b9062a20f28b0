package io.dripline.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What happens to whoever asks too much, with limits that a test can reach. */
@QuarkusTest
@TestProfile(LimitsTest.Narrow.class)
@TestMethodOrder(OrderAnnotation.class)
class LimitsTest {

    /** Five at once and one a second; a body may wait for a second. */
    public static final class Narrow implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "dripline.limits.requests-per-second", "1",
                    "dripline.limits.requests-at-once", "5",
                    "dripline.limits.failures-per-second", "1",
                    "dripline.limits.failures-at-once", "5",
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
        Response refused = given().auth().oauth2("not.a.token").get("/sessions");
        refused.then().statusCode(429).contentType("application/problem+json");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        new Clinic("limits-neighbour").request().get("/sessions").then().statusCode(200);
        given().get("/sessions").then().statusCode(401);
        given().get("/q/health/ready").then().statusCode(200);
        given().auth().oauth2("not.a.token").get("/q/health/live").then().statusCode(200);
    }

    /** One byte now and then holds a worker no longer than the limit, and nothing is stored. */
    @Test
    @Order(4)
    void aBodyThatDripsIsGivenUp() throws Exception {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            String head = """
                POST /sessions HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Content-Type: application/json
                Content-Length: 1000
                Connection: close

                """.formatted(Tokens.clinic("limits-slow")).replace("\n", "\r\n");
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            Thread drip = Thread.ofVirtual().start(() -> drip(socket));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "The body ended early");
            drip.interrupt();
        }
    }

    private static void drip(Socket socket) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                socket.getOutputStream().write(' ');
                socket.getOutputStream().flush();
                Thread.sleep(100);
            }
        } catch (IOException | InterruptedException over) {
            // The service has closed, or the test is over.
        }
    }
}
