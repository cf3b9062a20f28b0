package io.dripline.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code GET /api/comparisons?asOf=} of reporting answers, for a person at a terminal. */
record Said(JsonNode comparisons) {

    private static final String HEADER = "%-38s %9s %9s %9s %7s %8s %8s %9s  %-13s %s";
    private static final String NOTHING = "-";

    String text() {
        if (comparisons.isEmpty()) {
            return "there was no monitor yet";
        }
        List<String> lines = new ArrayList<>();
        lines.add(HEADER.formatted(
                "monitor", "exposed", "affected", "possible", "rate", "ln E", "needs", "p", "verdict", "promise"));
        for (JsonNode one : comparisons) {
            lines.add(HEADER.formatted(
                            one.path("monitor").asText(),
                            one.path("exposed").asLong(),
                            one.path("affected").asLong(),
                            one.path("possible").asLong(),
                            number("%.4f", one.path("rate")),
                            number("%.3f", one.path("lnE")),
                            needed(one),
                            number("%.2g", one.path("alwaysValidP")),
                            one.path("verdict").asText(),
                            one.path("promise").asText())
                    .stripTrailing());
        }
        return String.join(System.lineSeparator(), lines);
    }

    /** ln E at which an alert is raised; where there is no null there is none. */
    private static String needed(JsonNode one) {
        return one.path("lnE").isNumber()
                ? String.format(
                        Locale.ROOT, "%.3f", Math.log(one.path("threshold").asDouble()))
                : NOTHING;
    }

    private static String number(String format, JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, format, value.asDouble()) : NOTHING;
    }
}
