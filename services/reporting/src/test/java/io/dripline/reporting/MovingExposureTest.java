package io.dripline.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.Unit;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each poll brings one record, and every cut may be judged at once: whoever judged between two polls would see half. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@TestProfile(MovingExposureTest.OneRecordAPoll.class)
class MovingExposureTest {

    /** Settings under which every transaction is torn by polls. */
    public static final class OneRecordAPoll implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("dripline.incidence.batch-size", "1", "dripline.incidence.judge-interval", "0s");
        }
    }

    @Test
    void anExposureThatMovesBetweenCellsInOneTransactionIsNeverSeenHalf() {
        String clinic = "moving-" + UUID.randomUUID();
        Cell from = Shares.cell(Unit.FIRST_COURSE, "2026-W30", clinic);
        Cell to = Shares.cell(Unit.FIRST_COURSE, "2026-W31", clinic);
        PublishShares.inOneTransaction(Shares.share(2, 1, from, 900, 60));
        awaitJudged(clinic, 900, 1);

        // 840 exposures without an event leave one cell and reach the other; between the two, 60 of 60 are affected.
        PublishShares.inOneTransaction(Shares.share(2, 2, from, 60, 60), Shares.share(2, 1, to, 840, 0));

        awaitJudged(clinic, 900, 2);
        assertThat(officer("/api/alerts").getList("findAll { it.cohort.clinic == '%s' }".formatted(clinic)))
                .isEmpty();
    }

    private static void awaitJudged(String clinic, long exposed, int weeks) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(officer("/api/incidence?measure=CNS&unit=FIRST_COURSE&by=week&clinic=" + clinic)
                            .getList("rows"))
                    .hasSize(weeks);
            assertThat(officer("/api/comparisons")
                            .getLong("find { it.monitor == 'table9-cns@%s' }.exposed".formatted(clinic)))
                    .isEqualTo(exposed);
        });
    }

    private static JsonPath officer(String path) {
        return given().auth()
                .oauth2(Tokens.officer())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
