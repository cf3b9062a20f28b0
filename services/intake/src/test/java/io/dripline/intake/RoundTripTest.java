package io.dripline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Round trips are the price of a durable report, so they are counted, on the wire itself. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class RoundTripTest {

    private static final Clinic CLINIC = new Clinic("clinic-counted");

    @BeforeEach
    void openTheConnection() {
        CLINIC.post(report("warm")).then().extract().response();
    }

    @Test
    void aReportCostsOne() {
        long before = CountingWire.roundTrips();

        CLINIC.post(report("one")).then().statusCode(201);

        assertThat(CountingWire.roundTrips() - before).isEqualTo(1);
        assertThat(Database.count("session_text t join session_version v using (session_id, version)"
                        + " where reference = 'one' and clinic = 'clinic-counted'"))
                .isEqualTo(2);
    }

    @Test
    void aReportThatBreaksRulesCostsNone() {
        long before = CountingWire.roundTrips();

        CLINIC.post("{}").then().statusCode(422);

        assertThat(CountingWire.roundTrips() - before).isZero();
    }

    private static String report(String reference) {
        return """
        {"reference": "%s", "patient": "P-0042", "startedAt": "2026-11-22T09:00:00+11:00", "route": "ORAL",
         "ascertainment": "CHECKLIST", "adverseEvents": [{"verbatim": "sick"}, {"verbatim": "dizzy"}]}""".formatted(reference);
    }
}
