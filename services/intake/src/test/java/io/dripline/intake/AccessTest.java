package io.dripline.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class AccessTest {

    private static final String UNKNOWN = "/sessions/01900000-0000-7000-8000-000000000000";

    @ParameterizedTest(name = "{0}")
    @MethodSource("callers")
    void isDecidedByTheToken(String caller, Supplier<String> token, int toWrite, int toRead) {
        Response write = as(token).contentType("application/json").body("{}").post("/sessions");
        Response read = as(token).get(UNKNOWN);
        Response change = as(token)
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .header("Reason", "r")
                .delete(UNKNOWN);

        assertThat(write.statusCode()).isEqualTo(toWrite);
        assertThat(read.statusCode()).isEqualTo(toRead);
        assertThat(change.statusCode()).isEqualTo(toWrite == 422 ? 404 : toWrite);
        for (Response answer : new Response[] {write, read, change}) {
            assertThat(answer.contentType()).startsWith("application/problem+json");
        }
    }

    static Stream<Arguments> callers() {
        return Stream.of(
                caller("a clinic", () -> Tokens.clinic("clinic-north"), 422, 404),
                caller("nobody", () -> null, 401, 401),
                caller("no token at all", () -> "not.a.token", 401, 401),
                caller("an expired token", () -> Tokens.expired("clinic-north"), 401, 401),
                caller("a token for another service", () -> Tokens.forAnotherAudience("clinic-north"), 401, 401),
                caller("a token of another realm", () -> Tokens.fromAnotherIssuer("clinic-north"), 401, 401),
                caller("a token signed by somebody else", () -> Tokens.signedByAnother("clinic-north"), 401, 401),
                caller("a clinic without an id", Tokens::clinicWithoutId, 403, 403),
                caller("a clinic with an impossible id", () -> Tokens.clinic("Clinic North"), 403, 403),
                caller("an officer", () -> Tokens.person("safety-officer", "officer"), 403, 404),
                caller("an auditor", () -> Tokens.person("auditor", "auditor"), 403, 404),
                caller("a person without a role", () -> Tokens.person("visitor", "visitor"), 403, 403));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/q/health/ready", "/q/metrics", "/q/openapi", "/q/swagger-ui/"})
    void isFreeToWhatOperatorsNeed(String path) {
        given().get(path).then().statusCode(200);
    }

    @Test
    void ofAnUnknownAddressIsAProblem() {
        Response answer = new Clinic("clinic-north").request().get("/nowhere");

        answer.then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void byAnotherMethodIsAProblem() {
        Response answer = new Clinic("clinic-north").request().patch("/sessions");

        answer.then().statusCode(405).contentType("application/problem+json");
    }

    private static RequestSpecification as(Supplier<String> token) {
        String value = token.get();
        return value == null ? given() : given().auth().oauth2(value);
    }

    private static Arguments caller(String name, Supplier<String> token, int toWrite, int toRead) {
        return arguments(name, token, toWrite, toRead);
    }
}
