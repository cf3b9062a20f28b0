package io.dripline.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MadeReportsTest {

    private static final LocalDate LATEST = LocalDate.of(2026, 11, 28);

    private static List<String> made(String run, int many) {
        return Stream.generate(new MadeReports(7, run, 3, LATEST, 8)::next)
                .limit(many)
                .toList();
    }

    @Test
    void areOneAndAHalfKilobytesWithTwoEventsOnALine() throws Exception {
        for (String report : made("mx7k2q9z", 1000)) {
            JsonNode json = new ObjectMapper().readTree(report);
            assertThat(report.getBytes(StandardCharsets.UTF_8).length).isBetween(1350, 1650);
            assertThat(report).doesNotContain("\n");
            assertThat(json.get("adverseEvents")).hasSize(2);
        }
    }

    @Test
    void areTheSameOfTheSameSeedButForTheRun() {
        assertThat(made("a", 100).stream().map(report -> report.replace("bench-a-", "bench-b-")))
                .isEqualTo(made("b", 100));
    }

    @Test
    void areSixOfAPatientADayApartAndNoneLaterThanTheLatest() throws Exception {
        List<String> reports = made("a", 600);
        for (int i = 0; i < reports.size(); i++) {
            JsonNode report = new ObjectMapper().readTree(reports.get(i));
            LocalDate day = day(report);
            assertThat(report.get("patient").asText()).isEqualTo("bench-a-3-" + i / 6);
            assertThat(day).isBetween(LATEST.minusDays(7), LATEST);
            if (i % 6 > 0) {
                assertThat(day)
                        .isEqualTo(day(new ObjectMapper().readTree(reports.get(i - 1)))
                                .plusDays(1));
            }
        }
    }

    @Test
    void neverUseAReferenceTwice() {
        assertThat(made("a", 1000).stream().map(report -> report.substring(0, report.indexOf(','))))
                .doesNotHaveDuplicates();
    }

    private static LocalDate day(JsonNode report) {
        return OffsetDateTime.parse(report.get("startedAt").asText()).toLocalDate();
    }
}
