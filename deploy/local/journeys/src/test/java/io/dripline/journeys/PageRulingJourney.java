package io.dripline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.journeys.Officer.Row;
import io.dripline.local.stack.Part;
import java.time.Duration;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An officer who signs in, finds words that nobody knows and rules on them, with nothing but the pages. */
@ExtendWith(TheLine.Running.class)
class PageRulingJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CLINIC = "clinic-south";
    private static final String WEEK = "2025-W27";
    private static final String WORDS = "grommeled behind the fleeb";

    private final TheLine line;
    private final Officer officer;

    PageRulingJourney(TheLine line) {
        this.line = line;
        this.officer = new Officer(line);
    }

    @Test
    void aRulingThroughThePageMovesARate() {
        Clinic clinic = new Clinic(line, CLINIC);
        clinic.reports("2025-06-30T09:00:00+10:00");
        clinic.reports("2025-07-01T09:00:00+10:00", WORDS);
        eventually(new Row(2, 0, 1));
        Browser browser = new Browser();
        Document queue = browser.signedIn(line.address(Part.REPORTING) + "/reviews", "officer", "local-officer");
        Element link = queue.selectFirst("a:contains(%s)".formatted(WORDS));
        assertThat(link).as(queue.text()).isNotNull();

        Document words = browser.open(link.absUrl("href"));
        Document shown = browser.send(
                words.selectFirst("#ruling"), "go", "show", "term", "dissociation", "reason", "so the nurses say");
        assertThat(shown.select("#effect").text())
                .contains("1 session holds these words; 1 changes.")
                .contains("1 event: awaits review → Central nervous system");
        assertThat(officer.incidence("CNS", "SESSION", CLINIC, WEEK, WEEK))
                .as("only shown")
                .isEqualTo(new Row(2, 0, 1));
        Document ruled = browser.send(
                shown.selectFirst("#ruling"), "go", "rule", "term", "dissociation", "reason", "so the nurses say");

        assertThat(ruled.select(".done").text()).startsWith("Ruled: Dissociation. 1 session held the words");
        assertThat(ruled.select(".history li").text()).startsWith("Dissociation by officer");
        eventually(new Row(2, 1, 1));
        assertThat(officer.review(WORDS)).isEmpty();
        line.assertEqualsRecount();
    }

    private void eventually(Row expected) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(officer.incidence("CNS", "SESSION", CLINIC, WEEK, WEEK))
                        .isEqualTo(expected));
    }
}
