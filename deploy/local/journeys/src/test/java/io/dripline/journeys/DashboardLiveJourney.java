package io.dripline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.dripline.local.stack.Part;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures that move on an open page, and addresses that show the same to everybody. */
@ExtendWith(TheDashboard.Open.class)
class DashboardLiveJourney {

    /** Less than the pause after which a page asks again by itself. */
    private static final LocatorAssertions.ContainsTextOptions SOON = new LocatorAssertions.ContainsTextOptions()
            .setTimeout(Duration.ofSeconds(15).toMillis());

    private static final Pattern COUNTS = Pattern.compile("([0-9,]+) of ([0-9,]+),");

    private final TheDashboard dashboard;

    DashboardLiveJourney(TheDashboard dashboard) {
        this.dashboard = dashboard;
    }

    @Test
    void aReportMovesAFigureOnTheOpenPage() {
        dashboard.line().assertEqualsRecount();
        try (Reader reader = dashboard.opens("auditor")) {
            reader.goes("/");
            Locator counts = countsOf(reader.page());
            String next = oneMoreThan(counts.textContent());
            mark(reader.page());

            dashboard.clinic().reports("2026-02-12T09:00:00+11:00", "room was spinning");

            assertThat(counts).containsText(next, SOON);
            assertThat(isMarked(reader.page()))
                    .as("the page was not loaded anew")
                    .isTrue();
        }
    }

    @Test
    void aLostStreamIsSaidAndWhatWasMissedComes() {
        dashboard.line().assertEqualsRecount();
        try (Reader reader = dashboard.opens("officer").expecting("net::ERR_")) {
            Page page = reader.page();
            reader.goes("/");
            Locator counts = countsOf(page);
            String before = counts.textContent();
            mark(page);

            dashboard.line().kill(Part.REPORTING);
            assertThat(page.locator("#live")).containsText("Connection lost", SOON);
            assertThat(counts).hasText(before);
            dashboard.clinic().reports("2026-02-12T10:00:00+11:00", "room was spinning");
            dashboard.line().start(Part.REPORTING);

            assertThat(counts)
                    .containsText(
                            oneMoreThan(before),
                            new LocatorAssertions.ContainsTextOptions()
                                    .setTimeout(Duration.ofSeconds(60).toMillis()));
            reader.awaitLive();
            assertThat(isMarked(page)).as("the page was not loaded anew").isTrue();
        }
    }

    @Test
    void aPageWithoutItsDatabaseSaysSoAndComesBackByItself() throws SQLException {
        try (Reader open = dashboard.opens("officer").expectingRefreshesRefusedBy(503);
                Reader late = dashboard.opens("officer").expecting("status of 503")) {
            open.goes("/");
            mark(open.page());

            dashboard.line().execute(Part.REPORTING, """
                    alter role reporting connection limit 0;
                    select pg_terminate_backend(pid) from pg_stat_activity where usename = 'reporting'""");
            try {
                assertThat(late.goes("/alerts")).isEqualTo(503);
                assertThat(late.page().locator("[role=alert]")).containsText("The database cannot be reached");
                assertThat(Look.plain().at(late.page(), "database-away")).isEmpty();
                open.page().evaluate("() => document.body.dispatchEvent(new Event('dripline:changed'))");
                assertThat(open.page().locator("#live")).containsText("Database away: figures are old", SOON);
            } finally {
                dashboard.line().execute(Part.REPORTING, "alter role reporting connection limit -1");
            }

            assertThat(late.page().locator("h1")).hasText("Alerts");
            open.page().evaluate("() => document.body.dispatchEvent(new Event('dripline:changed'))");
            open.awaitLive();
            assertThat(isMarked(open.page())).as("the page was not loaded anew").isTrue();
        }
    }

    @Test
    void anAddressShowsAnotherPersonWhatWasChosen() {
        try (Reader officer = dashboard.opens("officer");
                Reader auditor = dashboard.opens("auditor")) {
            officer.goes("/measures/CNS");
            officer.page().selectOption("#clinic", TheDashboard.CLINIC);
            officer.page().selectOption("#unit", "SESSION");
            officer.page().fill("#from", "2026-W06");
            officer.page().fill("#to", "2026-W06");
            officer.page().click("form.filters button");
            assertThat(officer.page().locator("#weekly-table tbody tr")).hasCount(1);
            String address = officer.at();

            auditor.goes(address);

            assertThat(address)
                    .startsWith("/measures/CNS?")
                    .contains("clinic=" + TheDashboard.CLINIC, "unit=SESSION", "from=2026-W06")
                    .doesNotContain("route=");
            assertThat(auditor.page().locator("#clinic")).hasValue(TheDashboard.CLINIC);
            assertThat(auditor.page().locator("#measure section").first())
                    .hasText(officer.page().locator("#measure section").first().textContent());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /measures/CNS?route=FOO                            | 400 | found FOO
            /measures/CNS?from=2026-W99                        | 400 | 2026-W99
            /measures/CNS?clinic=<script>alert(1)</script>     | 200 | <script>alert(1)</script>
            /measures/CNS?colour=red                           | 400 | colour
            /measures/NOPE                                     | 404 | There is no measure NOPE.
            /alerts?state=OPEN                                 | 400 | found OPEN
            /alerts/00000000-0000-0000-0000-000000000000       | 404 | There is no alert 00000000
            /alerts/nothing                                    | 404 | There is no alert nothing.
            """)
    void aManipulatedAddressIsAnsweredInWords(String address, int status, String words) {
        try (Reader reader = dashboard.opens("officer").expecting("status of " + status)) {
            assertThat(reader.goes(address)).isEqualTo(status);

            assertThat(reader.page().locator("main")).containsText(words);
            assertThat(reader.page().locator("main h1")).hasCount(1);
        }
    }

    /** "31 of 240, 9.1 % to 17 %" of the central nervous system, all clinics. */
    private static Locator countsOf(Page page) {
        return page.locator(".systems tr:has(a[href='/measures/CNS']) .counts small")
                .first();
    }

    /** What stands there when one more was exposed and affected. */
    private static String oneMoreThan(String counts) {
        Matcher matcher = COUNTS.matcher(counts);
        assertThat(matcher.find()).as(counts).isTrue();
        MatchResult now = matcher.toMatchResult();
        return "%,d of %,d,".formatted(number(now.group(1)) + 1, number(now.group(2)) + 1);
    }

    private static long number(String figure) {
        return Long.parseLong(figure.replace(",", ""));
    }

    private static void mark(Page page) {
        page.evaluate("() => (window.isMarked = true)");
    }

    private static boolean isMarked(Page page) {
        return (boolean) page.evaluate("() => window.isMarked === true");
    }
}
