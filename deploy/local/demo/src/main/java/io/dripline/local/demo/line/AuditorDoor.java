package io.dripline.local.demo.line;

import com.fasterxml.jackson.databind.JsonNode;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.StackConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reporting as the local auditor uses it, who reads everything and changes nothing. */
public final class AuditorDoor {

    private final Http http = new Http();
    private final Tokens tokens;
    private final String reporting;

    /** The door at the line that runs with this configuration. */
    public AuditorDoor(StackConfig config) {
        tokens = Tokens.ofPerson(http, config.issuer(), "auditor");
        reporting = config.address(Part.REPORTING);
    }

    /** All alerts, of whatever state. */
    public List<ShownAlert> alerts() {
        List<ShownAlert> alerts = new ArrayList<>();
        get("/api/alerts").forEach(alert -> alerts.add(alert(alert)));
        return alerts;
    }

    /** Sessions that have been counted, whoever reported them, within weeks that are both included. */
    public long counted(IsoWeek from, IsoWeek to) {
        return get("/api/incidence?measure=ANY&unit=SESSION&from=%s&to=%s".formatted(from, to))
                .at("/rows/0/exposed")
                .asLong();
    }

    private JsonNode get(String path) {
        return http.read(http.send(tokens.request(reporting + path)));
    }

    private static ShownAlert alert(JsonNode alert) {
        Map<String, String> cohort = new HashMap<>();
        alert.path("cohort")
                .properties()
                .forEach(entry -> cohort.put(entry.getKey(), entry.getValue().asText()));
        return new ShownAlert(
                alert.path("measure").asText(),
                cohort,
                alert.path("state").asText(),
                alert.path("promise").asText(),
                alert.path("exposed").asLong(),
                alert.path("affected").asLong(),
                alert.path("lnE").asDouble(),
                alert.path("threshold").asDouble(),
                alert.path("highSinceWeek").asText());
    }
}
