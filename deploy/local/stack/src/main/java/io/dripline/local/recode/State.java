package io.dripline.local.recode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What {@code GET /recoding} of classification answers. */
record State(JsonNode answered) {

    private static final String SESSIONS = "%-20s %9s";
    private static final String EVENTS = "%-28s %-28s %9s";

    String vocabulary() {
        return answered.path("vocabulary").asText();
    }

    /** Active sessions. */
    long sessions() {
        return sessions(false);
    }

    /** Active sessions that were coded with another version of the vocabulary. */
    long otherwise() {
        return sessions(true);
    }

    /** Whether what would change is counted to the end. */
    boolean isPreviewed() {
        return preview().path("state").asText().equals("DONE");
    }

    JsonNode preview() {
        return answered.path("preview");
    }

    /** Whether stored sessions are being recoded with the vocabulary in use. */
    boolean isRecoding() {
        return recoding().path("state").asText().equals("RUNNING")
                && recoding().path("vocabulary").asText().equals(vocabulary());
    }

    JsonNode recoding() {
        return answered.path("recoding");
    }

    /** What would change, for a person at a terminal. */
    String whatWouldChange() {
        var lines = new ArrayList<String>();
        lines.add(SESSIONS.formatted("coded with", "sessions"));
        for (JsonNode one : answered.path("sessions")) {
            String version = one.path("vocabulary").asText();
            lines.add(SESSIONS.formatted(version, one.path("sessions").asLong())
                    + (version.equals(vocabulary()) ? "  the version in use" : ""));
        }
        if (otherwise() > 0) {
            lines.add("");
            lines.add(EVENTS.formatted("from", "to", "events"));
            for (JsonNode change : preview().path("events")) {
                lines.add(EVENTS.formatted(
                        labels(change.path("from")),
                        labels(change.path("to")),
                        change.path("events").asLong()));
            }
            lines.add("");
            lines.add("of %d sessions %d would change, as counted by %s; what people ruled stays as they ruled"
                    .formatted(
                            preview().path("sessions").asLong(),
                            preview().path("changed").asLong(),
                            preview().path("finishedAt").asText()));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private long sessions(boolean others) {
        long sum = 0;
        for (JsonNode one : answered.path("sessions")) {
            if (!others || !one.path("vocabulary").asText().equals(vocabulary())) {
                sum += one.path("sessions").asLong();
            }
        }
        return sum;
    }

    private static String labels(JsonNode categories) {
        List<String> labels = new ArrayList<>();
        categories.forEach(label -> labels.add(label.asText()));
        return String.join(" + ", labels);
    }
}
