package io.dripline.intake;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** While the realm cannot be asked for its keys, nobody can say whether a token is good: neither 401 nor 500. */
@QuarkusTest
@TestProfile(RealmAwayTest.RealmAway.class)
class RealmAwayTest {

    public static class RealmAway implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(WithoutRealm.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    /** As {@link Surroundings}, but keys have to be fetched from where nobody listens. */
    public static class WithoutRealm extends Surroundings {

        @Override
        public Map<String, String> start() {
            Map<String, String> config = new HashMap<>(super.start());
            config.remove("quarkus.oidc.public-key");
            config.put("quarkus.oidc.auth-server-url", "http://127.0.0.1:1/realms/dripline");
            return config;
        }
    }

    @Test
    void asksForAnotherTry() {
        String token = Tokens.clinic("clinic-north");

        Response answer = given().auth().oauth2(token).get("/sessions");

        answer.then().statusCode(503).contentType("application/problem+json").header("Retry-After", "2");
    }

    @Test
    void withoutATokenThereIsNothingToCheck() {
        Response answer = given().get("/sessions");

        answer.then().statusCode(401).contentType("application/problem+json");
    }
}
