package io.dripline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.local.stack.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One report is followed through all four services, by what they send to a receiver of traces and by their logs. */
@ExtendWith(TheLine.Running.class)
class TraceJourney {

    private static final String CLINICS_OWN_SPAN = "00f067aa0ba902b7";
    private static final List<Part> SERVICES =
            Arrays.stream(Part.values()).filter(Part::isService).toList();

    private final TheLine line;
    private final Clinic clinic;

    TraceJourney(TheLine line) {
        this.line = line;
        this.clinic = new Clinic(line, "clinic-south");
    }

    @Test
    void aReportIsOneTraceOfAllServicesAndIsFoundInAllTheirLogs() throws IOException {
        String trace = newTrace();
        String notRecorded = newTrace();
        String words = "tasted zinc for " + UUID.randomUUID();
        NewSession session = NewSession.of(Clinic.newPatient(), "2025-06-05T09:00:00+10:00", List.of(words));

        clinic.reports(
                "00-%s-%s-00".formatted(notRecorded, CLINICS_OWN_SPAN),
                NewSession.of(Clinic.newPatient(), "2025-06-05T08:00:00+10:00", List.of(words)));
        String id = clinic.reports("00-%s-%s-01".formatted(trace, CLINICS_OWN_SPAN), session);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(line.collector().spansOf(trace))
                        .extracting(sent -> sent.service() + ": " + sent.span().getName())
                        .contains(
                                "intake: write session",
                                "classification: code session",
                                "dripline-incidence: count session",
                                "reporting: count report"));
        List<Collector.Sent> spans = line.collector().spansOf(trace);
        var ids = spans.stream().map(Collector.Sent::id).collect(Collectors.toSet());
        assertThat(spans)
                .allSatisfy(sent -> assertThat(sent.parent())
                        .as("parent of " + sent.span().getName())
                        .isIn(sent.service().equals("intake") ? List.of(CLINICS_OWN_SPAN) : ids));
        assertThat(line.collector().spansOf(notRecorded)).isEmpty();
        for (Part part : SERVICES) {
            assertThat(log(part).lines().filter(row -> row.contains(trace)))
                    .as("lines of " + part + " about the report")
                    .isNotEmpty();
        }
        assertThat(log(Part.INTAKE)).contains(id);
        saysNothingOf(session.patient(), words);
    }

    /** Neither in what is sent to a receiver of traces nor in a log, whoever it may be kept by. */
    private void saysNothingOf(String patient, String words) throws IOException {
        assertThat(line.collector().text()).contains("code session").doesNotContain(patient, words);
        for (Part part : SERVICES) {
            assertThat(log(part)).as("log of " + part).doesNotContain(patient, words);
        }
    }

    private String log(Part part) throws IOException {
        return Files.readString(line.config().log(part));
    }

    private static String newTrace() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
