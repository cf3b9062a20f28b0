package io.dripline.reporting.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page that says that the database is away is left alone until there is another one to show; in a stand-in for the browser. */
class AwayScriptTest {

    private final Context browser = Context.newBuilder("js")
            .allowExperimentalOptions(true)
            .option("engine.WarnInterpreterOnly", "false")
            .build();

    @BeforeEach
    void aPageThatSaysSo() throws IOException {
        browser.eval("js", resource("/away-browser.js"));
        browser.eval("js", resource("/META-INF/resources/sign-in.js"));
        browser.eval("js", resource("/META-INF/resources/away.js"));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void asksAfterThePauseThatTheServerNames() {
        assertThat(page("waits[0].millis").asInt()).isEqualTo(2000);
        assertThat(page("asked").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {ok: true, type: "basic"}               | null
            {ok: false, type: "opaqueredirect"}     | null
            {ok: false, type: "basic", status: 499} | {ok: true}
            {ok: false, type: "basic", status: 401} | {ok: true}
            {ok: false, type: "basic", status: 499} | {ok: false, type: "opaqueredirect"}
            """)
    void isLoadedOnceThereIsAPageToShow(String answer, String signIn) {
        browser.eval("js", "page.answer = %s; page.signIn = %s".formatted(answer, signIn));

        browser.eval("js", "page.waits.shift().run()");

        assertThat(page("loaded").asString()).isEqualTo("/alerts?state=RAISED");
        assertThat(page("waits.length").asInt()).as("it asks no more").isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {ok: false, type: "basic", status: 503} | {ok: true}
            null                                    | {ok: true}
            {ok: false, type: "basic", status: 499} | {ok: false, status: 503}
            {ok: false, type: "basic", status: 499} | null
            """)
    void waitsAgainWhereThereIsNone(String answer, String signIn) {
        browser.eval("js", "page.answer = %s; page.signIn = %s".formatted(answer, signIn));

        browser.eval("js", "page.waits.shift().run()");

        assertThat(page("loaded").isNull()).isTrue();
        assertThat(page("waits.length").asInt()).isEqualTo(1);
        assertThat(page("waits[0].millis").asInt()).isEqualTo(2000);
    }

    private Value page(String member) {
        return browser.eval("js", "page." + member);
    }

    private static String resource(String name) throws IOException {
        try (var script = AwayScriptTest.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), UTF_8);
        }
    }
}
