package io.dripline.reporting.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the script of every page does by itself, in a stand-in for the browser. */
class PageComfortsTest {

    private final Context browser = Context.newBuilder("js")
            .allowExperimentalOptions(true)
            .option("engine.WarnInterpreterOnly", "false")
            .build();

    @BeforeEach
    void aPage() throws IOException {
        browser.eval("js", resource("/page-browser.js"));
        browser.eval("js", resource("/META-INF/resources/page.js"));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void timesStandInTheReadersZoneAndKeepTheirUtc() {
        assertThat(eval("page.times[0].textContent").asString()).isEqualTo("local 2026-11-22T01:02:03.000Z");
        assertThat(eval("page.times[0].title").asString()).isEqualTo("22 November 2026, 01:02 UTC");
    }

    @Test
    void timesThatComeLaterAreTurnedToo() {
        eval("page.times.push({dateTime: '2026-12-01T00:00:00Z', textContent: 'in UTC', title: ''})");

        eval("page.heard['htmx:afterSwap']()");

        assertThat(eval("page.times[1].textContent").asString()).isEqualTo("local 2026-12-01T00:00:00.000Z");
        assertThat(eval("page.times[0].title").asString()).as("once").isEqualTo("22 November 2026, 01:02 UTC");
    }

    @Test
    void aChosenThemeIsSeenAtOnceAndRemembered() {
        eval("page.theme.value = 'dark'; page.theme.heard.change()");

        assertThat(eval("document.documentElement.dataset.theme").asString()).isEqualTo("dark");
        assertThat(eval("page.cookie").asString())
                .startsWith("theme=dark; path=/; max-age=")
                .endsWith("; samesite=lax");
    }

    @Test
    void aStepIsSentOnceUntilThePageComesBack() {
        assertThat(eval("sent(page.step)").asBoolean()).isTrue();
        assertThat(eval("sent(page.step)").asBoolean()).as("a double click").isFalse();

        eval("page.heard.pageshow()");

        assertThat(eval("sent(page.step)").asBoolean()).isTrue();
    }

    @Test
    void anAddressSaysNothingOfWhatIsNotFiltered() {
        assertThat(eval("filtered([['unit', 'SESSION'], ['route', ''], ['from', '2026-W01']])")
                        .asString())
                .isEqualTo("unit,from");
    }

    private Value eval(String script) {
        return browser.eval("js", script);
    }

    private static String resource(String name) throws IOException {
        try (var script = PageComfortsTest.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), UTF_8);
        }
    }
}
