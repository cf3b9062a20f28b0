package io.dripline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An officer who rules on words without a mouse. */
@ExtendWith(TheDashboard.Open.class)
class DashboardReviewJourney {

    private static final String WORDS = "sloomed under the wick";
    private static final String REASON = "So the nurses here call it & mean it.";

    private final TheDashboard dashboard;

    DashboardReviewJourney(TheDashboard dashboard) {
        this.dashboard = dashboard;
    }

    @Test
    void wordsAreRuledOnByTheKeyboardAlone() {
        dashboard.clinic().reports("2026-02-11T16:00:00+11:00", WORDS);
        String id = dashboard.review(WORDS);
        try (Reader reader = dashboard.opens("officer").expecting("status of 422")) {
            Page page = reader.page();
            reader.goes("/reviews");
            reader.tabsTo("main a[href='/reviews/%s']".formatted(id));
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).containsText(WORDS);

            reader.tabsTo("#q");
            page.keyboard().type("dissociation");
            Locator term = page.locator("#ruling [name=term][value=dissociation]");
            assertThat(term).isVisible();
            page.keyboard().press("Escape");
            page.keyboard().press(term.getAttribute("data-key"));
            assertThat(term).isChecked();
            assertThat(page.locator("#effect")).containsText("1 session holds these words");
            assertThat(Look.allAt(page, "ruling-shown")).isEmpty();

            page.keyboard().press("g");
            assertThat(page.locator("#refused")).isVisible();
            assertThat(page.locator("#reason")).isFocused();
            assertThat(page.locator("#ruling [name=term]:checked")).hasCount(1);
            assertThat(Look.allAt(page, "ruling-refused")).isEmpty();

            page.keyboard().type(REASON);
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".done")).containsText("Ruled: Dissociation. 1 session held the words");
            assertThat(page.locator(".history q")).hasText(REASON);
            assertThat(page.locator("#next")).isFocused();
            assertThat(Look.allAt(page, "ruled")).isEmpty();
            assertThat(dashboard.officer().review(WORDS)).isEmpty();

            page.keyboard().press("Enter");
            assertThat(page.locator("#ruling")).isVisible();
            assertThat(reader.at()).startsWith("/reviews/").doesNotContain(id);
        }
    }
}
