package io.dripline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Coming in and going out. */
@ExtendWith(TheDashboard.Open.class)
class DashboardSessionJourney {

    private static final String SIGN_IN_FORM = "#kc-form-login";
    private static final String TYPED = "Typed for a long time, with care & commas.";

    private final TheDashboard dashboard;

    DashboardSessionJourney(TheDashboard dashboard) {
        this.dashboard = dashboard;
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer", "auditor"})
    void whoSignsInSeesThePageThatWasAskedForAndWhoSignsOutIsOut(String person) {
        try (Reader reader = dashboard.aStranger()) {
            Page page = reader.page();
            reader.goes("/alerts?state=RAISED");
            assertThat(page.locator(SIGN_IN_FORM)).isVisible();

            reader.signsIn(person);

            assertThat(reader.at()).isEqualTo("/alerts?state=RAISED");
            assertThat(page.locator("header .who")).containsText(person);
            reader.goes("/alerts/" + dashboard.alert("GI"));
            assertThat(page.locator("form[method=post]").count() > 0).isEqualTo(person.equals("officer"));

            page.locator("header .who a").click();

            assertThat(page.locator(SIGN_IN_FORM)).isVisible();
            reader.goes("/alerts");
            assertThat(page.locator(SIGN_IN_FORM)).isVisible();
        }
    }

    @Test
    void aFormThatIsSentAfterTheSessionHasEndedIsKept() {
        String id = dashboard.alert("GI");
        try (Reader reader =
                dashboard.opens("officer").expecting("status of 401").expecting("status of 499")) {
            Page page = reader.page();
            reader.goes("/alerts/" + id);
            int version = dashboard.officer().version(id);
            Locator send = DashboardAlertJourney.assess(page, "DATA_ERROR", TYPED);

            page.context().clearCookies();
            send.click();

            assertThat(page.locator("h1")).hasText("Your session has ended");
            assertThat(page.locator("[role=alert]")).containsText("What you typed is kept in this window");
            assertThat(dashboard.officer().version(id)).isEqualTo(version);
            assertThat(Look.plain().at(page, "session-ended")).isEmpty();

            page.locator("a.button").click();
            reader.signsIn("officer");

            assertThat(reader.at()).isEqualTo("/alerts/" + id);
            assertThat(page.locator("form[action$=assessment] [role=status]"))
                    .hasText("What you typed here before is back. It has not been sent.");
            assertThat(page.locator("form[action$=assessment] textarea")).hasValue(TYPED);
            assertThat(page.locator("input[value=DATA_ERROR]")).isChecked();
            page.locator("form[action$=assessment] button").click();
            assertThat(page.locator(".done")).hasText("Assessed.");
            assertThat(dashboard.officer().version(id)).isEqualTo(version + 1);

            reader.goes("/alerts/" + id);
            assertThat(page.locator("form[action$=assessment] textarea")).hasValue("");
        }
    }

    @Test
    void aPageSaysThatTheSessionIsOverGoesToTheSignInAndBringsBackWhatWasTyped() {
        String id = dashboard.alert("GI");
        try (Reader reader =
                dashboard.opens("officer").expectingRefreshesRefusedBy(401).expectingRefreshesRefusedBy(499)) {
            Page page = reader.page();
            reader.goes("/alerts/" + id);
            DashboardAlertJourney.assess(page, "DATA_ERROR", TYPED);

            page.context().clearCookies();
            dashboard.clinic().reports("2026-02-13T09:00:00+11:00", "threw up");

            assertThat(page.locator(SIGN_IN_FORM)).isVisible();
            reader.signsIn("officer");
            assertThat(reader.at()).isEqualTo("/alerts/" + id);
            assertThat(page.locator("form[action$=assessment] textarea")).hasValue(TYPED);

            page.locator("header .who a").click();
            reader.signsIn("officer");
            reader.goes("/alerts/" + id);
            assertThat(page.locator("form[action$=assessment] textarea")).hasValue("");
        }
    }
}
