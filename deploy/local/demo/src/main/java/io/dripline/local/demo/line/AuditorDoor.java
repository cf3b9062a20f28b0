package io.dripline.local.demo.line;

import com.fasterxml.jackson.databind.JsonNode;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.local.door.Http;
import io.dripline.local.door.Tokens;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.StackConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reporting as the local auditor uses it, who reads everything and changes nothing. */
public final class AuditorDoor {

    /** No clinic's name. */
    private static final String ALL_CLINICS = "";

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

    /**
     * Whether no judgement is due: each monitor of all clinics or of one was last judged on what is counted now. The
     * judgements are asked for first, so equal counts mean that nothing was counted after them.
     */
    public boolean hasJudgedWhatIsCounted() {
        Map<String, Map<String, Count>> counted = new HashMap<>();
        for (JsonNode comparison : get("/api/comparisons")) {
            Optional<String> clinic = clinicOf(comparison);
            if (clinic.isPresent()) {
                String question = "measure=%s&unit=%s"
                        .formatted(
                                comparison.path("measure").asText(),
                                comparison.path("unit").asText());
                Count now =
                        counted.computeIfAbsent(question, this::countedByClinic).getOrDefault(clinic.get(), Count.NONE);
                if (!Count.of(comparison).equals(now)) {
                    return false;
                }
            }
        }
        return true;
    }

    private record Count(long exposed, long affected, long possible) {

        static final Count NONE = new Count(0, 0, 0);

        static Count of(JsonNode row) {
            return new Count(
                    row.path("exposed").asLong(),
                    row.path("affected").asLong(),
                    row.path("possible").asLong());
        }

        Count plus(Count other) {
            return new Count(exposed + other.exposed, affected + other.affected, possible + other.possible);
        }
    }

    /** By clinic, and under {@link #ALL_CLINICS} together. */
    private Map<String, Count> countedByClinic(String question) {
        Map<String, Count> counts = new HashMap<>();
        for (JsonNode row : get("/api/incidence?by=clinic&" + question).path("rows")) {
            counts.put(row.path("key").asText(), Count.of(row));
            counts.merge(ALL_CLINICS, Count.of(row), Count::plus);
        }
        return counts;
    }

    /** Empty for a cohort that is narrower than a clinic: others than the demo's monitors. */
    private static Optional<String> clinicOf(JsonNode comparison) {
        Map<String, String> cohort = cohort(comparison);
        return switch (cohort.size()) {
            case 0 -> Optional.of(ALL_CLINICS);
            case 1 -> Optional.ofNullable(cohort.get("clinic"));
            default -> Optional.empty();
        };
    }

    private JsonNode get(String path) {
        return http.read(http.send(tokens.request(reporting + path)));
    }

    private static ShownAlert alert(JsonNode alert) {
        return new ShownAlert(
                alert.path("measure").asText(),
                cohort(alert),
                alert.path("state").asText(),
                alert.path("promise").asText(),
                alert.path("exposed").asLong(),
                alert.path("affected").asLong(),
                alert.path("lnE").asDouble(),
                alert.path("threshold").asDouble(),
                alert.path("highSinceWeek").asText());
    }

    private static Map<String, String> cohort(JsonNode of) {
        Map<String, String> cohort = new HashMap<>();
        of.path("cohort")
                .properties()
                .forEach(entry -> cohort.put(entry.getKey(), entry.getValue().asText()));
        return cohort;
    }
}
