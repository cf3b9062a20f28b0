package io.dripline.journeys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.local.stack.Part;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the rules and the dashboard ask for is what running services expose, also of what never happened yet. */
@ExtendWith(TheLine.Running.class)
class ObservabilityJourney {

    /** Of Prometheus itself. */
    private static final Set<String> ITS_OWN = Set.of("up");

    private static final List<Part> SERVICES =
            Arrays.stream(Part.values()).filter(Part::isService).toList();

    private final TheLine line;
    private final Clinic clinic;

    ObservabilityJourney(TheLine line) {
        this.line = line;
        this.clinic = new Clinic(line, "clinic-south");
    }

    @Test
    void everyMetricThatIsAskedForIsExposed() throws IOException {
        clinic.reports("2025-06-02T09:00:00+10:00", "felt floaty");

        Set<String> asked = asked();
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(
                        () -> assertThat(exposed()).as("of all four services").containsAll(asked));

        assertThat(asked).hasSizeGreaterThan(25).contains("dripline_report_to_rate_seconds_bucket");
    }

    /** Once a report has gone down the line nothing waits, and nothing stands still. */
    @Test
    void aReportIsMeasuredFromIntakeToItsRateAndLeavesNothingWaiting() {
        double before = sum(Part.REPORTING, "dripline_report_to_rate_seconds_count");
        double accepted =
                sum(Part.INTAKE, "dripline_reports_total\\{[^}]*outcome=\"accepted\"[^}]*what=\"report\"[^}]*}");

        clinic.reports("2025-06-03T09:00:00+10:00", "felt floaty");

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(sum(Part.REPORTING, "dripline_report_to_rate_seconds_count"))
                    .isGreaterThan(before);
            assertThat(sum(Part.INTAKE, "dripline_reports_total\\{[^}]*outcome=\"accepted\"[^}]*what=\"report\"[^}]*}"))
                    .isGreaterThan(accepted);
            for (Part part : SERVICES) {
                assertThat(sum(part, "dripline_relay_waiting_rows\\{[^}]*}"))
                        .as("rows of " + part)
                        .isZero();
                assertThat(sum(part, "dripline_consumer_waiting_records\\{[^}]*}"))
                        .as("records of " + part)
                        .isZero();
                given().get(line.address(part) + "/q/health/well").then().statusCode(200);
            }
        });
    }

    /** A clinic's name in a metric would tell whoever may look at metrics who reports what. */
    @Test
    void noMetricNamesAClinic() {
        clinic.reports("2025-06-04T09:00:00+10:00", "felt floaty");

        for (Part part : SERVICES) {
            assertThat(metrics(part)).as(part.name()).contains("# HELP").doesNotContain("clinic-south");
        }
    }

    private Set<String> asked() throws IOException {
        var files = TheLine.checkout().resolve("deploy/observability");
        String rules = expressions(
                "(?m)^        expr: (?:\\|\n((?:          .*\n)+)|(.*))",
                Files.readString(files.resolve("dripline.rules.yml")));
        String panels = expressions(
                "\"expr\": \"((?:[^\"\\\\]|\\\\.)*)\"()", Files.readString(files.resolve("grafana/dripline.json")));
        return Pattern.compile("\\b(dripline_[a-z0-9_]+|http_server_[a-z0-9_]+|up)\\b(?!=)")
                .matcher(rules + panels)
                .results()
                .map(match -> match.group(1))
                .filter(name -> !ITS_OWN.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String expressions(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .collect(Collectors.joining("\n"));
    }

    private Set<String> exposed() {
        return SERVICES.stream()
                .flatMap(part -> metrics(part).lines())
                .filter(row -> !row.startsWith("#"))
                .map(row -> row.replaceFirst("[{ ].*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private double sum(Part part, String name) {
        return Pattern.compile("(?m)^" + name + " (\\S+)$")
                .matcher(metrics(part))
                .results()
                .mapToDouble(sample -> Double.parseDouble(sample.group(1)))
                .sum();
    }

    private String metrics(Part part) {
        return given().accept(ContentType.TEXT)
                .get(line.address(part) + "/q/metrics")
                .asString();
    }
}
