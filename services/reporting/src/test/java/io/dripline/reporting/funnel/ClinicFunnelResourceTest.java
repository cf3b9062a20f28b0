package io.dripline.reporting.funnel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.PublishShares;
import io.dripline.reporting.Servers;
import io.dripline.reporting.Shares;
import io.dripline.reporting.Tokens;
import io.dripline.reporting.incidence.Incidence;
import io.dripline.reporting.incidence.Rate;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class ClinicFunnelResourceTest {

    /** Nothing else is counted of that year. */
    private static final String WEEKS = "from=2019-W01&to=2019-W52";

    @Inject
    ObjectMapper json;

    @Test
    void comparesTheClinicsThatTheFiltersLeave() {
        String prefix = "funnel-" + UUID.randomUUID() + "-";
        long[] affected = {8, 9, 7, 30};
        CellShare[] shares = new CellShare[affected.length + 1];
        for (int i = 0; i < affected.length; i++) {
            shares[i] = Shares.share(2, 1, Shares.cell(Unit.FIRST_COURSE, "2019-W20", prefix + i), 100, affected[i]);
        }
        shares[affected.length] = Shares.share(2, 1, Shares.cell(Unit.FIRST_COURSE, "2018-W20", prefix + 0), 50, 50);
        PublishShares.inOneTransaction(shares);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                ask("measure=CNS&unit=FIRST_COURSE&" + WEEKS).getLong("exposed"))
                        .isEqualTo(400));

        JsonPath funnel = ask("measure=CNS&unit=FIRST_COURSE&route=INTRAVENOUS&" + WEEKS);
        assertThat(funnel.getLong("affected")).isEqualTo(54);
        assertThat(funnel.getList("rows.clinic", String.class))
                .isSorted()
                .hasSize(4)
                .allMatch(c -> c.startsWith(prefix));
        assertThat(funnel.getList("rows.z", Double.class).getLast()).isGreaterThan(1.5);
        assertThat(ask("measure=CNS&unit=FIRST_COURSE&route=ORAL&" + WEEKS).getString("remark"))
                .contains("found 0");
        assertThat(ask("measure=GI&unit=FIRST_COURSE&" + WEEKS).getString("remark"))
                .contains("No exposure is affected");
    }

    @Test
    void answersAsItShows() throws IOException {
        Incidence byClinic = new Incidence(
                "CNS",
                Unit.FIRST_COURSE,
                List.of(
                        Rate.of("clinic-east", 310, 62, 62),
                        Rate.of("clinic-north", 290, 20, 20),
                        Rate.of("clinic-south", 305, 22, 22),
                        Rate.of("clinic-west", 120, 7, 7)),
                Instant.parse("2026-11-22T01:02:03Z"),
                1);

        JsonNode answered = json.readTree(json.writeValueAsBytes(ClinicFunnel.of(byClinic)));

        assertThat(answered).isEqualTo(json.readTree(ClinicFunnelExample.ANSWER));
    }

    @Test
    void refusesWhatItDoesNotTake() throws IOException {
        Response clinic = get("clinic=clinic-north");
        Response weeks = get("from=2026-W10&to=2026-W09");

        clinic.then().statusCode(400).body("violations.field", contains("clinic"));
        assertThat(json.readTree(clinic.asByteArray()).get("violations"))
                .isEqualTo(json.readTree(ClinicFunnelExample.MALFORMED).get("violations"));
        weeks.then().statusCode(422);
        assertThat(json.readTree(weeks.asByteArray()).get("violations"))
                .isEqualTo(json.readTree(ClinicFunnelExample.BROKEN).get("violations"));
        get("by=week").then().statusCode(400).body("violations.field", contains("by"));
        get("measure=dizzyness").then().statusCode(400).body("violations.field", contains("measure"));
    }

    @Test
    void isForThoseWhoSeeEveryClinic() {
        given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/funnel")
                .then()
                .statusCode(200)
                .body("unit", equalTo("SESSION"));
        given().auth()
                .oauth2(Tokens.clinic("clinic-north"))
                .get("/api/funnel")
                .then()
                .statusCode(403);
        given().get("/api/funnel").then().statusCode(401);
    }

    private static JsonPath ask(String query) {
        return get(query).then().statusCode(200).extract().jsonPath();
    }

    private static Response get(String query) {
        return given().auth().oauth2(Tokens.officer()).get("/api/funnel?" + query);
    }
}
