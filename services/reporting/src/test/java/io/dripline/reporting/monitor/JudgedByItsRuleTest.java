package io.dripline.reporting.monitor;

import static io.restassured.RestAssured.given;
import static io.restassured.path.json.config.JsonPathConfig.jsonPathConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.PastDoor;
import io.dripline.reporting.PastDoor.Question;
import io.dripline.reporting.PublishShares;
import io.dripline.reporting.Servers;
import io.dripline.reporting.Shares;
import io.dripline.reporting.Tokens;
import io.dripline.statistics.BetaPrior;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A monitor that was made while other settings were in force than now, and by another version. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class JudgedByItsRuleTest {

    @Inject
    Jdbi jdbi;

    /** Nobody else's. */
    private final String clinic = "ruled-" + UUID.randomUUID();

    private final String monitor = "cns-ruled@" + clinic;

    @AfterEach
    void forget() {
        PastDoor.record(Question.THEN);
    }

    @Test
    void keepsItsThresholdPriorAndWeightsNowAndInTheReplay() {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("""
                            insert into monitor (id, baseline, measure, unit, cohort, alpha_share, p0, status, created_by)
                            values (:id, 'table9-cns', 'CNS', 'FIRST_COURSE', jsonb_build_object('clinic', :clinic::text),
                                    0.001, 0.08, 'ACTIVE', 'test')
                            """).bind("id", monitor).bind("clinic", clinic).execute();
            handle.createUpdate("""
                            insert into monitor_rule (monitor, alpha, prior_concentration, prior_odds_ratio, start_weight,
                                                      later_half_within)
                            values (:id, 0.01, 4, 3, 0.5, 13)
                            """).bind("id", monitor).execute();
        });
        CellShare share = Shares.share(1, 1, Shares.cell(Unit.FIRST_COURSE, "2026-W40", clinic), 140, 60);

        PublishShares.inOneTransaction(share);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(said("").getString("verdict")).isEqualTo("EXCEEDS"));
        JsonPath now = said("");
        assertThat(now.getDouble("threshold")).isEqualTo(1 / 0.01 / 0.001);
        assertThat(now.getDouble("secondOpinions.maxSprt.alpha")).isEqualTo(1 / (1 / 0.01 / 0.001));
        PastDoor.record(Question.THEN, share);
        assertThat(said("?asOf=" + Instant.now()).<Object>get()).isEqualTo(now.<Object>get());
        JsonPath alert = officer("/api/alerts/" + alerts().getFirst()).setRootPath("");
        assertThat(alert.getDouble("threshold")).isEqualTo(1 / 0.01 / 0.001);
        assertThat(alert.getDouble("lnE")).isEqualTo(now.getDouble("lnE"));
        assertThat(alert.getDouble("evidence.priorA"))
                .isEqualTo(BetaPrior.aboutOdds(0.08, 4, 3).a());
        assertThat(alert.getDouble("evidence.startWeight")).isEqualTo(0.5);
        assertThat(alert.getInt("evidence.laterHalfWithin")).isEqualTo(13);
    }

    private List<String> alerts() {
        return officer("/api/alerts").getList("findAll { it.monitor == '%s' }.id".formatted(monitor));
    }

    private JsonPath said(String query) {
        return officer("/api/comparisons" + query).setRootPath("find { it.monitor == '%s' }".formatted(monitor));
    }

    private static JsonPath officer(String path) {
        return given().auth()
                .oauth2(Tokens.officer())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(jsonPathConfig().numberReturnType(NumberReturnType.DOUBLE));
    }
}
