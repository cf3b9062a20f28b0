package io.dripline.intake.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dripline.contracts.session.Condition;
import io.dripline.intake.Clinic;
import io.dripline.intake.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is unusual by the review's tables is stored and remarked on, in every answer. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class PlausibilityTest {

    private static final Clinic CLINIC = new Clinic("clinic-of-warnings");
    private static final String BOLUS = "plannedDose.bolusMgPerKg";
    private static final String RATE = "plannedDose.mgPerKgPerHour";
    private static final String DOSE = "plannedDose.mgPerKg";

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void warnsAndStores(String what, Consumer<ObjectNode> changes, List<String> fields, String table) {
        Response answer = CLINIC.post(report(changes));

        answer.then().statusCode(201).body("warnings.field", equalTo(fields));
        assertThat(answer.<List<String>>path("warnings.message"))
                .allSatisfy(message -> assertThat(message).contains(table));
    }

    static Stream<Arguments> reports() {
        return Stream.of(
                usual("a bolus of 0.35", r -> dose(r).put("bolusMgPerKg", 0.35)),
                usual("no bolus", r -> dose(r).put("bolusMgPerKg", 0)),
                usual("0.5 mg/kg/h", r -> dose(r).put("mgPerKgPerHour", 0.5)),
                usual("2 mg/kg/h, monitored", r -> dose(r).put("mgPerKgPerHour", 2)),
                usual("1 mg/kg/h, not monitored", r -> {
                    dose(r).put("mgPerKgPerHour", 1);
                    r.put("monitored", false);
                }),
                usual(
                        "0.1 under the skin",
                        r -> dose(r.put("route", "SUBCUTANEOUS")).put("mgPerKgPerHour", 0.1)),
                usual(
                        "1.2 under the skin",
                        r -> dose(r.put("route", "SUBCUTANEOUS")).put("mgPerKgPerHour", 1.2)),
                usual("a cream", r -> single(r, "TOPICAL", 5)),
                usual("nothing planned", r -> r.remove("plannedDose")),
                unusual("a bolus of 0.36", r -> dose(r).put("bolusMgPerKg", 0.36), "Table 11", BOLUS),
                unusual("a bolus in mg", r -> dose(r).put("bolusMgPerKg", 14), "Table 11", BOLUS),
                unusual(
                        "a bolus of esketamine",
                        r -> dose(r.put("formulation", "ESKETAMINE")).put("bolusMgPerKg", 0.3),
                        "Table 1)",
                        BOLUS),
                unusual("0.4 mg/kg/h", r -> dose(r).put("mgPerKgPerHour", 0.4), "Table 11", RATE),
                unusual("2.1 mg/kg/h", r -> dose(r).put("mgPerKgPerHour", 2.1), "Table 11", RATE),
                unusual("35, which is mg/h", r -> dose(r).put("mgPerKgPerHour", 35), "Table 11", RATE, RATE),
                unusual(
                        "1.1 mg/kg/h, not monitored",
                        r -> {
                            dose(r).put("mgPerKgPerHour", 1.1);
                            r.put("monitored", false);
                        },
                        "Table 11",
                        "monitored"),
                unusual(
                        "1.1 mg/kg/h, monitoring not stated",
                        r -> {
                            dose(r).put("mgPerKgPerHour", 1.1);
                            r.remove("monitored");
                        },
                        "Table 11",
                        "monitored"),
                unusual(
                        "1.3 under the skin",
                        r -> dose(r.put("route", "SUBCUTANEOUS")).put("mgPerKgPerHour", 1.3),
                        "Table 2",
                        RATE),
                unusual("0.1 by nose", r -> single(r, "INTRANASAL", 0.1), "Table 2", DOSE),
                unusual("1.6 under the tongue", r -> single(r, "SUBLINGUAL", 1.6), "Table 2", DOSE),
                unusual("1.3 by mouth", r -> single(r, "ORAL", 1.3), "Table 2", DOSE),
                unusual("0.2 by rectum", r -> single(r, "RECTAL", 0.2), "Table 2", DOSE),
                unusual("2.1 by muscle", r -> single(r, "INTRAMUSCULAR", 2.1), "Tables 1 and 2", DOSE),
                unusual("a spinal route", r -> single(r, "EPIDURAL", 0.3), "Table 2", "route"));
    }

    @ParameterizedTest
    @EnumSource(Condition.class)
    void warnsOfEachContraindication(Condition condition) {
        Response answer = CLINIC.post(report(r -> r.withArray("conditions").add(condition.name())));

        answer.then().statusCode(201).body("warnings.field", equalTo(List.of("conditions[0]")));
        assertThat(answer.<String>path("warnings[0].message"))
                .contains("contraindication")
                .endsWith("(Table 11)");
    }

    @Test
    void isFoundAnewAtEachReading() {
        String id = CLINIC.post(report(r -> dose(r).put("bolusMgPerKg", 0.4)))
                .then()
                .extract()
                .path("id");

        Response read = CLINIC.get(id);

        read.then().body("warnings.field", equalTo(List.of(BOLUS)));
        CLINIC.request()
                .get("/sessions/{id}/versions", id)
                .then()
                .body("items[0].content.warnings.field", equalTo(List.of(BOLUS)));
    }

    private static Arguments usual(String what, Consumer<ObjectNode> changes) {
        return arguments(what, changes, List.of(), "");
    }

    private static Arguments unusual(String what, Consumer<ObjectNode> changes, String table, String... fields) {
        return arguments(what, changes, Arrays.asList(fields), table);
    }

    private static String report(Consumer<ObjectNode> changes) {
        Consumer<ObjectNode> named = r -> r.put("reference", UUID.randomUUID().toString());
        return Clinic.report(SessionExample.REPORT, named.andThen(changes));
    }

    private static ObjectNode dose(ObjectNode report) {
        return report.withObject("plannedDose");
    }

    private static void single(ObjectNode report, String route, double mgPerKg) {
        report.put("route", route).putObject("plannedDose").put("mgPerKg", mgPerKg);
    }
}
