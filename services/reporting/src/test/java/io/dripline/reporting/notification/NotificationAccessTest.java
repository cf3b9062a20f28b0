package io.dripline.reporting.notification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.dripline.reporting.Servers;
import io.dripline.reporting.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may see and do what; an unknown delivery is 404 to whoever may have one tried again. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class NotificationAccessTest {

    @ParameterizedTest
    @CsvSource({
        "GET,  notifications, nobody,         401",
        "GET,  notifications, clinic,         403",
        "GET,  notifications, visitor,        403",
        "GET,  notifications, auditor,        200",
        "GET,  notifications, safety-officer, 200",
        "GET,  digest,        nobody,         401",
        "GET,  digest,        clinic,         403",
        "GET,  digest,        visitor,        403",
        "GET,  digest,        auditor,        200",
        "GET,  digest,        safety-officer, 200",
        "POST, notifications/6f1c1d1e-2f5a-4c0b-9a57-3d1f0c5e8a10/retry, nobody,         401",
        "POST, notifications/6f1c1d1e-2f5a-4c0b-9a57-3d1f0c5e8a10/retry, clinic,         403",
        "POST, notifications/6f1c1d1e-2f5a-4c0b-9a57-3d1f0c5e8a10/retry, auditor,        403",
        "POST, notifications/6f1c1d1e-2f5a-4c0b-9a57-3d1f0c5e8a10/retry, safety-officer, 404"
    })
    void eachRoleGetsWhatItIsFor(String method, String door, String role, int status) {
        var request = given().redirects().follow(false);
        if (!role.equals("nobody")) {
            request.auth().oauth2(Tokens.sign(Map.of("clinic_id", "clinic-north"), role));
        }

        Response answer = request.request(method, "/api/" + door);

        answer.then().statusCode(status);
        if (status >= 400) {
            answer.then().contentType(containsString("application/problem+json"));
        }
    }
}
