package io.dripline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.dripline.local.stack.Part;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Coming in and going out. */
@ExtendWith(TheDashboard.Open.class)
class DashboardSessionJourney {

    private static final String SIGN_IN_FORM = "#kc-form-login";

    /** A page that hears of no change asks every 30 s. */
    private static final double A_SILENCE_AND_MORE = Duration.ofSeconds(75).toMillis();

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
    void aFormThatWasRefusedIsKeptUntilTheSessionIsBackAndSaysThatTheAlertHasChanged() {
        String id = dashboard.alert("GI");
        try (Reader reader = dashboard
                .opens("officer")
                .expecting("status of 412")
                .expectingRefreshesRefusedBy(401)
                .expectingRefreshesRefusedBy(499)) {
            Page page = reader.page();
            reader.goes("/alerts/" + id);
            Locator send = DashboardAlertJourney.assess(page, "DATA_ERROR", TYPED);
            assessedMeanwhile(id, "Somebody else came first.");
            send.click();
            assertThat(page.locator("#refused")).containsText("Not taken: somebody else came first");
            assessedMeanwhile(id, "And once more.");

            page.context().clearCookies();
            reader.goes("/alerts/" + id);
            reader.signsIn("officer");

            assertThat(page.locator("form[action$=assessment] [role=status]"))
                    .hasText(
                            "What you typed here before is back. It was sent, and not taken. Since you wrote it, the alert has changed:"
                                    + " read it again before you send this.");
            assertThat(page.locator("form[action$=assessment] textarea")).hasValue(TYPED);
            assertThat(Look.plain().at(page, "refused-and-back")).isEmpty();
        }
    }

    @Test
    void aPageStaysWhileNobodyIsAtTheSignInAndGoesThereOnceSomebodyIs() {
        try (Reader reader = dashboard
                .opens("officer")
                .expecting("status of 503")
                .expectingRefreshesRefusedBy(401)
                .expectingRefreshesRefusedBy(499)) {
            Page page = reader.page();
            reader.goes("/alerts");
            dashboard.line().stop(Part.KEYCLOAK);
            try {
                page.context().clearCookies();

                assertThat(page.locator("#live"))
                        .hasText(
                                "The sign-in cannot be reached: figures may be old. Trying again …",
                                new LocatorAssertions.HasTextOptions().setTimeout(A_SILENCE_AND_MORE));
                assertThat(reader.at()).isEqualTo("/alerts");
                assertThat(page.locator("#alert-list a[href^='/alerts/']").first())
                        .isVisible();
                assertThat(Look.plain().at(page, "sign-in-away")).isEmpty();
            } finally {
                dashboard.line().start(Part.KEYCLOAK);
            }

            assertThat(page.locator(SIGN_IN_FORM))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(A_SILENCE_AND_MORE));
            reader.signsIn("officer");
            assertThat(reader.at()).isEqualTo("/alerts");
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

    private void assessedMeanwhile(String id, String reason) {
        Officer officer = dashboard.officer();
        officer.steps(id, officer.version(id), "assessment", Map.of("assessment", "EXPLAINED", "reason", reason));
    }
}
