package io.dripline.reporting.monitor;

import static io.restassured.RestAssured.given;
import static io.restassured.path.json.config.JsonPathConfig.jsonPathConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.PublishShares;
import io.dripline.reporting.Servers;
import io.dripline.reporting.Shares;
import io.dripline.reporting.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which monitors the sessions that are counted suggest. No other test has these routes and indications. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class SuggestionsResourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String clinic = "suggested-" + UUID.randomUUID();

    @Test
    void aStudyIsSuggestedOnceSessionsOfLateResembleItsCohortAndUntilAMonitorWatchesIt() {
        assertThat(suggested("table8-zekry-dizziness")).isFalse();
        publish(
                cell(0, "SUBCUTANEOUS", "UNSTATED", "SINGLE", "MIXED_PAIN", "BELOW_0_5", "CHECKLIST"),
                cell(25, "SUBCUTANEOUS", "RACEMIC", "SINGLE", "CANCER_PAIN", "BELOW_0_5", "SPONTANEOUS"));

        JsonPath zekry = suggestion("table8-zekry-dizziness");

        assertThat(zekry.getMap("cohort"))
                .containsOnly(
                        Map.entry("route", "SUBCUTANEOUS"),
                        Map.entry("regimen", "SINGLE"),
                        Map.entry("doseBand", "BELOW_0_5"));
        assertThat(zekry.getLong("exposed")).isEqualTo(20);
        assertThat(zekry.getDouble("p0")).isGreaterThan(0.5);
        assertThat(zekry.getString("unit")).isEqualTo("FIRST_COURSE");
        assertThat(zekry.getString("toWeek")).isEqualTo(week(0));
        assertThat(zekry.getString("fromWeek")).isEqualTo(week(25));
        assertThat(zekry.getList("aspects.aspect"))
                .containsExactly(
                        "route", "formulation", "regimen", "indication", "dose", "ascertainment", "window", "unit");
        assertThat(zekry.getList("aspects.sentence", String.class)).allMatch(sentence -> sentence.endsWith("."));
        assertThat(aspect(zekry, "route")).isEqualTo("COMPARABLE");
        assertThat(aspect(zekry, "window")).isEqualTo("COMPARABLE");
        assertThat(aspect(zekry, "unit")).isEqualTo("COMPARABLE");
        assertThat(aspect(zekry, "ascertainment")).isEqualTo("NOT_STATED");
        assertThat(sentence(zekry, "ascertainment")).endsWith("ours: 10 checklist, 10 spontaneous.");
        assertThat(sentence(zekry, "formulation")).endsWith("ours: 10 racemic, 10 unstated.");

        JsonPath cancer = suggestion("table7-cheung-nightmares");
        assertThat(cancer.getString("cohort.indication")).isEqualTo("CANCER_PAIN");
        assertThat(cancer.getLong("exposed")).as("those with cancer only").isEqualTo(10);
        assertThat(aspect(cancer, "route")).isEqualTo("NOT_STATED");

        make(
                "table8-zekry-dizziness",
                "{\"route\": \"SUBCUTANEOUS\", \"regimen\": \"SINGLE\", \"doseBand\": \"BELOW_0_5\"}");
        assertThat(suggested("table8-zekry-dizziness")).isFalse();
        assertThat(suggested("table7-cheung-nightmares")).isTrue();
    }

    @Test
    void whatLiesHalfAYearBackOrInAnotherCohortSuggestsNothing() {
        publish(
                cell(26, "INTRAVENOUS", "RACEMIC", "SINGLE", "NEUROPATHIC_PAIN", "ABOVE_2", "CHECKLIST"),
                cell(0, "INTRAVENOUS", "RACEMIC", "MULTIPLE", "NEUROPATHIC_PAIN", "ABOVE_2", "CHECKLIST"));

        assertThat(suggested("table8-pickering-ketamine")).isFalse();

        publish(cell(1, "INTRAVENOUS", "RACEMIC", "SINGLE", "NEUROPATHIC_PAIN", "ABOVE_2", "CHECKLIST"));
        JsonPath pickering = suggestion("table8-pickering-ketamine");
        assertThat(pickering.getLong("exposed")).isEqualTo(10);
        assertThat(aspect(pickering, "unit"))
                .as("a crossover counts a patient more than once")
                .isEqualTo("NOT_COMPARABLE");
        assertThat(suggested("table8-pickering-placebo")).as("no ketamine").isFalse();
        assertThat(suggested("text-brutcher-skin-irritation"))
                .as("printed elsewhere too")
                .isFalse();
    }

    @Test
    void severalDoseBandsAreNoFilterAndThatIsSaid() {
        publish(
                cell(0, "INTRAVENOUS", "RACEMIC", "SINGLE", "HEADACHE", "ABOVE_1_TO_2", "CHECKLIST"),
                cell(0, "INTRAVENOUS", "RACEMIC", "SINGLE", "HEADACHE", "UNSTATED", "CHECKLIST"));

        JsonPath lumanauw = suggestion("table8-lumanauw-dizziness");

        assertThat(lumanauw.getMap("cohort"))
                .containsOnly(Map.entry("route", "INTRAVENOUS"), Map.entry("regimen", "SINGLE"));
        assertThat(aspect(lumanauw, "dose")).isEqualTo("NOT_COMPARABLE");
        assertThat(sentence(lumanauw, "dose")).contains("from 0.5 to 1 and above 1 to 2");
        assertThat(sentence(lumanauw, "window")).isEqualTo("Both counted over one treatment.");
    }

    @Test
    void whatAnOfficerStatesWithANullIsHeldAgainstInPlaceOfTheSource() {
        state("table8-lumanauw-nausea", "SPONTANEOUS");
        publish(
                cell(0, "INTRAVENOUS", "RACEMIC", "SINGLE", "HEADACHE", "ABOVE_1_TO_2", "SPONTANEOUS"),
                cell(0, "INTRAVENOUS", "RACEMIC", "SINGLE", "HEADACHE", "ABOVE_1_TO_2", "CHECKLIST"));

        JsonPath suggestion = suggestion("table8-lumanauw-nausea");

        assertThat(suggestion.getString("nullStates.ascertainment")).isEqualTo("SPONTANEOUS");
        assertThat(suggestion.getString("cohort.ascertainment")).isEqualTo("SPONTANEOUS");
        assertThat(aspect(suggestion, "ascertainment")).isEqualTo("COMPARABLE");
        assertThat(sentence(suggestion, "ascertainment"))
                .isEqualTo(
                        "The officer who set the null states spontaneous, the source nothing. The monitor counts no other.");
        assertThat(sentence(suggestion, "window"))
                .isEqualTo(
                        "The officer who set the null states course in place of the source's infusion. It was counted over one treatment, as here.");
        assertThat(suggestion("table8-lumanauw-dizziness").getString("cohort.ascertainment"))
                .as("the same study's figure, of whose null nobody stated it")
                .isNull();
    }

    @Test
    void aFigureThatStatesNothingOfItsCohortResemblesNothing() {
        publish(cell(0, "INTRAVENOUS", "RACEMIC", "SINGLE", "HEADACHE", "BELOW_0_5", "CHECKLIST"));

        assertThat(suggested("text-any")).isFalse();
        assertThat(suggested("table8-thompson-sedation")).isFalse();

        state("table8-thompson-sedation", "CHECKLIST");
        assertThat(suggested("table8-thompson-sedation"))
                .as("what an officer states of its null is no cohort")
                .isFalse();
    }

    @Test
    void whatCountsEveryClinicIsNotForOneOfThem() {
        for (String door : List.of("suggestions", "shares")) {
            given().auth()
                    .oauth2(Tokens.clinic("clinic-own"))
                    .get("/api/monitors/" + door)
                    .then()
                    .statusCode(403);
        }
    }

    private static void state(String baseline, String ascertainment) {
        given().auth()
                .oauth2(Tokens.officer())
                .contentType("application/json")
                .body("{\"p0\": 0.4, \"ascertainment\": \"%s\", \"window\": \"course\", \"reason\": \"Methods.\"}"
                        .formatted(ascertainment))
                .put("/api/baselines/" + baseline + "/null")
                .then()
                .statusCode(200);
    }

    private Cell cell(
            int weeksAgo,
            String route,
            String formulation,
            String regimen,
            String indication,
            String doseBand,
            String ascertainment) {
        return new Cell(
                Unit.FIRST_COURSE,
                IsoWeek.parse(week(weeksAgo)),
                clinic,
                route,
                formulation,
                regimen,
                indication,
                doseBand,
                ascertainment);
    }

    private static String week(int weeksAgo) {
        return IsoWeek.of(LocalDate.now(ZoneOffset.UTC)).plus(-weeksAgo).toString();
    }

    /** Ten exposures in each. */
    private void publish(Cell... cells) {
        long before = exposed();
        CellShare[] shares = new CellShare[cells.length];
        for (int i = 0; i < cells.length; i++) {
            shares[i] = Shares.share(1, 1, cells[i], 10, 1);
        }
        PublishShares.inOneTransaction(shares);
        await().atMost(PATIENCE).until(() -> exposed() == before + 10L * cells.length);
    }

    private long exposed() {
        return get("/api/incidence?unit=FIRST_COURSE&clinic=" + clinic).getLong("rows[0].exposed");
    }

    private static boolean suggested(String baseline) {
        return get("/api/monitors/suggestions").getList("baseline").contains(baseline);
    }

    private static JsonPath suggestion(String baseline) {
        return get("/api/monitors/suggestions").setRootPath("find { it.baseline == '%s' }".formatted(baseline));
    }

    private static String aspect(JsonPath suggestion, String aspect) {
        return suggestion.getString("aspects.find { it.aspect == '%s' }.resemblance".formatted(aspect));
    }

    private static String sentence(JsonPath suggestion, String aspect) {
        return suggestion.getString("aspects.find { it.aspect == '%s' }.sentence".formatted(aspect));
    }

    private static void make(String baseline, String cohort) {
        given().auth()
                .oauth2(Tokens.officer())
                .contentType("application/json")
                .body("{\"baseline\": \"%s\", \"unit\": \"FIRST_COURSE\", \"alphaShare\": 0.00001, \"cohort\": %s}"
                        .formatted(baseline, cohort))
                .post("/api/monitors")
                .then()
                .statusCode(201);
    }

    private static JsonPath get(String path) {
        return given().auth()
                .oauth2(Tokens.auditor())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(jsonPathConfig().numberReturnType(NumberReturnType.DOUBLE));
    }
}
