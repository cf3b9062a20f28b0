package io.dripline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A clinic's person who reports, is told what is wrong, and whose session ends meanwhile. */
@ExtendWith(TheDashboard.Open.class)
class DashboardClinicJourney {

    private static final String NURSE = "nurse-north";
    private static final String FORM = "/clinic/sessions/new";
    private static final String WORDS = "felt floaty & far away";

    private final TheDashboard dashboard;

    DashboardClinicJourney(TheDashboard dashboard) {
        this.dashboard = dashboard;
    }

    @Test
    void aSessionIsReportedByTheFormOnceWhatWasWrongIsCorrected() {
        try (Reader reader = dashboard.opens(NURSE).expecting("status of 422")) {
            Page page = reader.page();
            reader.goes(FORM);
            assertThat(page.locator("#zone")).hasValue("Australia/Sydney");

            fillIn(page, "2099-02-12T10:00");
            page.keyboard().press("Enter");

            assertThat(page.locator(".refused")).isVisible();
            assertThat(page.locator("#startedAt")).hasAttribute("aria-invalid", "true");
            assertThat(page.locator("#event1_verbatim")).hasValue(WORDS);
            assertThat(Look.allAt(page, "report-refused")).isEmpty();

            page.fill("#startedAt", "2026-02-12T10:00");
            page.keyboard().press("Enter");

            assertThat(page.locator(".done")).containsText("Reported: form-20");
            assertThat(page.locator(".done")).containsText("1 event");
            assertThat(page.locator("#event1_verbatim")).hasValue("");
            assertThat(Look.allAt(page, "reported")).isEmpty();
        }
    }

    @Test
    void aFormIsNotSentWhenTheSessionHasEndedAndStaysOnThePageAlone() {
        try (Reader reader = dashboard.opens(NURSE).expecting("status of 401")) {
            Page page = reader.page();
            reader.goes(FORM);
            fillIn(page, "2026-02-12T11:00");

            page.context().clearCookies();
            page.keyboard().press("Enter");

            assertThat(page.locator("#session-over")).isVisible();
            assertThat(page.locator("#event1_verbatim")).hasValue(WORDS);
            assertThat(Look.allAt(page, "report-not-sent")).isEmpty();
            assertThat(page.evaluate("() => JSON.stringify(sessionStorage) + JSON.stringify(localStorage)")
                            .toString())
                    .as("a patient's words are not for a browser to keep")
                    .doesNotContain(WORDS)
                    .doesNotContain("P-by-keyboard");

            Page other = page.waitForPopup(() -> page.locator("#session-over a").click());
            other.fill("#username", NURSE);
            other.fill("#password", "local-" + NURSE);
            other.click("[type=submit]");
            assertThat(other.locator("main#content")).isVisible();
            page.locator("button[value=report]").click();
            assertThat(page.locator(".done")).containsText("Reported: form-20");
        }
    }

    @Test
    void aFileIsAnsweredByItsLines() {
        try (Reader reader = dashboard.opens(NURSE)) {
            Page page = reader.page();
            reader.goes("/clinic/sessions/upload");

            page.setInputFiles("#file", new FilePayload("of the ward.csv", "text/csv", """
                            reference,patient,startedAt,route,ascertainment,event1_verbatim
                            file-1,P-file-1,2026-02-12 09:00,INTRAVENOUS,CHECKLIST,felt dizzy
                            file-2,P-file-2,2026-02-12 10:00,THROUGH THE EAR,CHECKLIST,
                            """.getBytes(UTF_8)));
            page.locator("main form button").click();

            assertThat(page.locator("#answer")).containsText("of the ward.csv");
            assertThat(page.locator("section:has(#answer) tbody tr")).hasCount(2);
            assertThat(page.locator("section:has(#answer) tbody")).containsText("route: expected one of INTRAVENOUS");
            assertThat(Look.allAt(page, "file-answered")).isEmpty();
        }
    }

    /** Leaves the focus in a field from which Enter sends the form. */
    private static void fillIn(Page page, String startedAt) {
        page.fill("#patient", "P-by-keyboard");
        page.selectOption("#ascertainment", "CHECKLIST");
        page.fill("#event1_verbatim", WORDS);
        page.fill("#startedAt", startedAt);
    }
}
