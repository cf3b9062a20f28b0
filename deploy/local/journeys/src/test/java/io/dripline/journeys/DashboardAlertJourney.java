package io.dripline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What officers do about an alert: without a mouse, in haste, and two at once. */
@ExtendWith(TheDashboard.Open.class)
class DashboardAlertJourney {

    private static final String TYPED = "The infusion pumps were set wrongly & nobody said so.";

    private final TheDashboard dashboard;

    DashboardAlertJourney(TheDashboard dashboard) {
        this.dashboard = dashboard;
    }

    @Test
    void everyStepIsTakenByTheKeyboardAlone() {
        String id = dashboard.alert("CNS");
        try (Reader reader = dashboard.opens("officer")) {
            Page page = reader.page();
            reader.goes("/");
            reader.tabsTo("a.skip");
            assertThat(page.locator("a.skip")).isInViewport();
            page.keyboard().press("Enter");
            assertThat(page.locator("main#content")).isFocused();
            reader.tabsTo("main a[href='/alerts/%s']".formatted(id));
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).containsText("Central nervous system");

            reader.tabsTo("form[action$=acknowledgement] button");
            page.keyboard().press("Enter");
            assertThat(page.locator(".done")).hasText("Acknowledged.");

            reader.tabsTo("form[action$=assessment] input[value=CONFIRMED]");
            page.keyboard().press("Space");
            reader.tabsTo("form[action$=assessment] textarea");
            page.keyboard().type(TYPED);
            reader.tabsTo("form[action$=assessment] button");
            page.keyboard().press("Enter");
            assertThat(page.locator(".done")).hasText("Assessed.");

            reader.tabsTo("form[action$=closure] textarea");
            page.keyboard().type("The pumps were set right.");
            reader.tabsTo("form[action$=closure] button");
            page.keyboard().press("Enter");
            assertThat(page.locator(".done")).hasText("Closed.");

            assertThat(page.locator("form[method=post]")).hasCount(0);
            assertThat(page.locator(".history q")).hasText(new String[] {"The pumps were set right.", TYPED});
            assertThat(dashboard.officer().version(id)).isEqualTo(4);
            reader.goes("/alerts?state=CLOSED");
            assertThat(page.locator("main a[href='/alerts/%s']".formatted(id))).isVisible();
        }
    }

    @Test
    void aDoubleClickIsOneStepAndTheSecondOfTwoOfficersIsTold() {
        String id = dashboard.alert("GI");
        int version = dashboard.officer().version(id);
        try (Reader first = dashboard.opens("officer");
                Reader second = dashboard.opens("officer").expecting("status of 412")) {
            first.goes("/alerts/" + id);
            second.goes("/alerts/" + id);

            assess(first.page(), "EXPLAINED", "A new regimen.").dblclick();
            assertThat(first.page().locator(".done")).hasText("Assessed.");
            assertThat(dashboard.officer().version(id)).isEqualTo(version + 1);

            Locator send = assess(second.page(), "CONFIRMED", TYPED);
            // What the first one did has come in meanwhile, and has taken nothing of what was typed.
            assertThat(second.page().locator(".history q").first()).hasText("A new regimen.");
            send.click();
            assertThat(second.page().locator(".refused")).containsText("somebody else came first");
            assertThat(second.page().locator("form[action$=assessment] textarea"))
                    .hasValue(TYPED);
            assertThat(second.page().locator("input[value=CONFIRMED]")).isChecked();
            assertThat(dashboard.officer().version(id)).isEqualTo(version + 1);

            second.page().locator("form[action$=assessment] button").click();
            assertThat(second.page().locator(".done")).hasText("Assessed.");
            assertThat(dashboard.officer().version(id)).isEqualTo(version + 2);
        }
    }

    /** Fills in the form and returns its button. */
    static Locator assess(Page page, String assessment, String reason) {
        Locator form = page.locator("form[action$=assessment]");
        form.locator("input[value=%s]".formatted(assessment)).check();
        form.locator("textarea").fill(reason);
        return form.locator("button");
    }
}
