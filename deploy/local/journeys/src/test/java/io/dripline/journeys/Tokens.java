package io.dripline.journeys;

import static io.restassured.RestAssured.given;

import io.dripline.local.stack.StackConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bearer tokens of one caller, renewed before they expire. */
final class Tokens {

    private static final Duration LIFE = Duration.ofMinutes(2);

    private final StackConfig config;
    private final Map<String, String> form;
    private @Nullable String token;
    private Instant obtained = Instant.MIN;

    private Tokens(StackConfig config, Map<String, String> form) {
        this.config = config;
        this.form = form;
    }

    static Tokens ofMachine(StackConfig config, String client, String secret) {
        return new Tokens(
                config, Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    }

    static Tokens ofPerson(StackConfig config, String person) {
        return new Tokens(
                config,
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "dripline-cli",
                        "username",
                        person,
                        "password",
                        "local-" + person));
    }

    String current() {
        String known = token;
        if (known == null || obtained.plus(LIFE).isBefore(Instant.now())) {
            known = given().formParams(form)
                    .post(config.issuer() + "/protocol/openid-connect/token")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("access_token");
            token = known;
            obtained = Instant.now();
        }
        return known;
    }
}
