package io.dripline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page in a real browser: WCAG by axe, nothing beyond the window, no complaint, and pictures to look at. */
@ExtendWith(TheDashboard.Open.class)
class DashboardPagesJourney {

    private final TheDashboard dashboard;

    DashboardPagesJourney(TheDashboard dashboard) {
        this.dashboard = dashboard;
    }

    static Stream<DashboardPage> pages() {
        return DashboardPage.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isForAll(DashboardPage shown) {
        try (Reader reader = dashboard.opens(shown.person())) {
            if (shown.status() >= 400) {
                reader.expecting("status of " + shown.status());
            }

            int status = reader.goes(shown.address()
                    // Not the one that another journey closes: forms are to be looked at, too.
                    .replace("{alert}", dashboard.alert("GI"))
                    .replace("{review}", dashboard.review()));
            // What is folded away counts too.
            reader.page().evaluate("() => document.querySelectorAll('details').forEach((part) => (part.open = true))");
            List<String> wrong = Look.allAt(reader.page(), shown.name());

            assertThat(status).isEqualTo(shown.status());
            assertThat(reader.page().locator("h1").count()).isOne();
            assertThat(wrong).isEmpty();
        }
    }
}
