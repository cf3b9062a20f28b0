package io.dripline.reporting.digest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.reporting.Servers;
import io.dripline.reporting.Tokens;
import io.dripline.reporting.digest.Digest.Standing;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** When a day's digest is made, and that it is made once. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class MakeDigestTest {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    @Inject
    Jdbi jdbi;

    @Inject
    Digests digests;

    @Inject
    ComputeDigest compute;

    @Inject
    ObjectMapper json;

    @Test
    void isMadeOnceFromItsLocalTimeOn() {
        MakeDigest here = maker("07:30", Instant.EPOCH);
        Instant halfPastSeven = Instant.parse("2098-12-31T20:30:00Z");
        assertThat(here.makeIfDue(halfPastSeven.minusMillis(1))).isFalse();

        boolean made = here.makeIfDue(halfPastSeven.plusSeconds(4));

        assertThat(made).isTrue();
        assertThat(maker("07:30", Instant.EPOCH).makeIfDue(halfPastSeven.plusSeconds(9)))
                .isFalse();
        assertThat(find("2099-01-01")).satisfies(digest -> {
            assertThat(digest.standing()).isEqualTo(Standing.MADE);
            assertThat(digest.computedAt()).isEqualTo(halfPastSeven.plusSeconds(4));
            assertThat(digest.monitors()).isPositive();
        });
    }

    @Test
    void ofInstancesThatMakeItTogetherOneDoes() throws Exception {
        Instant due = Instant.parse("2099-02-01T12:00:00Z");
        Callable<Boolean> instance = () -> maker("00:00", Instant.EPOCH).makeIfDue(due);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> made = threads.invokeAll(List.of(instance, instance, instance));

            assertThat(made).filteredOn(Future::resultNow).hasSize(1);
        }
    }

    /** New Year's night in Sydney is the day before by UTC. */
    @Test
    void beforeItsTimeItIsAPreviewThatIsNotKept() {
        MakeDigest tooEarly = maker("07:30", Instant.parse("2099-03-01T18:00:00Z"));

        Digest shown = tooEarly.today();

        assertThat(shown.day()).isEqualTo(LocalDate.of(2099, 3, 2));
        assertThat(shown.standing()).isEqualTo(Standing.PREVIEW);
        boolean kept = jdbi.withHandle(handle -> digests.isThere(handle, shown.day()));
        assertThat(kept).isFalse();
    }

    @Test
    void aDigestThatWasMadeIsAnsweredAsItWas() throws IOException {
        maker("00:00", Instant.EPOCH).makeIfDue(Instant.parse("2099-04-01T12:00:00Z"));

        byte[] answered = given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/digest?day=2099-04-01")
                .asByteArray();

        assertThat(json.readValue(answered, Digest.class)).isEqualTo(find("2099-04-01"));
        given().auth()
                .oauth2(Tokens.officer())
                .get("/api/digest?day=2001-01-01")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(Tokens.officer())
                .get("/api/digest?day=+9999-01-01")
                .then()
                .statusCode(400);
        given().auth().oauth2(Tokens.officer()).get("/api/digest").then().statusCode(200);
    }

    @Test
    void theExampleIsWhatIsAnswered() throws IOException {
        Digest shown = json.readValue(DigestExample.DIGEST, Digest.class);

        assertThat(json.readTree(json.writeValueAsBytes(shown))).isEqualTo(json.readTree(DigestExample.DIGEST));
    }

    private Digest find(String day) {
        return jdbi.withHandle(handle -> digests.find(handle, LocalDate.parse(day)))
                .orElseThrow();
    }

    private MakeDigest maker(String at, Instant now) {
        DigestConfig config = new DigestConfig() {

            @Override
            public LocalTime at() {
                return LocalTime.parse(at);
            }

            @Override
            public ZoneId zone() {
                return SYDNEY;
            }
        };
        return new MakeDigest(jdbi, digests, compute, config, Clock.fixed(now, ZoneOffset.UTC));
    }
}
