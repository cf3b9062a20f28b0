package io.dripline.local.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.local.door.Http;
import io.dripline.local.door.Tokens;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.StackConfig;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** Reporting as an officer uses it. */
final class OfficerDoor {

    /** Officers have a tenth of alpha to give; so small a share leaves enough for thousands of cycles. */
    private static final double SHARE = 1e-6;

    private final Http http = new Http();
    private final Tokens tokens;
    private final String reporting;

    OfficerDoor(StackConfig config) {
        tokens = Tokens.ofPerson(http, config.issuer(), "officer");
        reporting = config.address(Part.REPORTING);
    }

    /**
     * Sessions counted of a clinic in a week.
     *
     * @throws io.dripline.local.door.LineFailure while reporting is away
     */
    long exposed(String clinic, IsoWeek week) {
        String address = "%s/api/incidence?measure=ANY&unit=SESSION&clinic=%s&from=%s&to=%s"
                .formatted(reporting, clinic, week, week);
        return http.read(http.send(tokens.request(address)))
                .at("/rows/0/exposed")
                .asLong();
    }

    /** Makes a monitor of first courses with a CNS event, and returns its id. */
    String monitor(Map<String, String> cohort, IsoWeek from) {
        Map<String, Object> monitor = Map.of(
                "baseline",
                "table9-cns",
                "unit",
                "FIRST_COURSE",
                "alphaShare",
                SHARE,
                "startWeek",
                from.toString(),
                "cohort",
                cohort);
        JsonNode made = http.read(http.send(tokens.request(reporting + "/api/monitors")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(http.write(monitor)))));
        return made.path("id").asText();
    }
}
