package io.dripline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.local.stack.Part;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A clinic's person at the pages, with the realm and intake that there are. */
@ExtendWith(TheLine.Running.class)
class ClinicPageJourney {

    private final TheLine line;

    ClinicPageJourney(TheLine line) {
        this.line = line;
    }

    /** Who they are and which clinic's, intake learns from their own token. */
    @Test
    void aNurseSignsInToHerOwnClinicAndReportsByTheForm() throws Exception {
        HttpClient browser = browser();
        HttpResponse<String> page = signIn(browser, "nurse-north");

        assertThat(page.uri()).hasToString(line.address(Part.REPORTING) + "/clinic");
        assertThat(Jsoup.parse(page.body()).text())
                .contains("at clinic-north", "Posted and missing")
                .doesNotContain("Tallies cannot be shown", "clinic-south", "clinic-east");

        URI address = URI.create(line.address(Part.REPORTING) + "/clinic/sessions/new");
        Element form = Jsoup.parse(get(browser, address).body()).selectFirst("form.report");
        HttpResponse<String> reported = browser.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(HttpRequest.BodyPublishers.ofString(Map.of(
                                        "reference", form.select("#reference").val(),
                                        "patient", "P-by-form",
                                        "startedAt", "2025-02-03T09:00",
                                        "zone", "Australia/Sydney",
                                        "route", "INTRAVENOUS",
                                        "ascertainment", "CHECKLIST",
                                        "events", "1",
                                        "event1_verbatim", "felt floaty")
                                .entrySet()
                                .stream()
                                .map(field -> field.getKey() + "="
                                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&"))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(reported.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(reported.body()).select("[role=status]").text())
                .startsWith("Reported: " + form.select("#reference").val())
                .contains("1 event.");
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieJar())
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
    }

    /** Where a person comes after the sign-in. */
    private HttpResponse<String> signIn(HttpClient browser, String person) throws IOException, InterruptedException {
        HttpResponse<String> form = get(browser, URI.create(line.address(Part.REPORTING) + "/"));
        Element login = Jsoup.parse(form.body(), form.uri().toString()).selectFirst("form");
        assertThat(login).as("Keycloak's sign-in form at " + form.uri()).isNotNull();
        return browser.send(
                HttpRequest.newBuilder(URI.create(login.attr("action")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=%s&password=%s"
                                .formatted(person, URLEncoder.encode("local-" + person, StandardCharsets.UTF_8))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(HttpClient browser, URI uri) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
