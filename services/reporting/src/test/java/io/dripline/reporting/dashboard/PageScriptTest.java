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
import org.junit.jupiter.params.provider.ValueSource;

/** What the page's script does when its part is answered and when its session is over, in a stand-in for the browser whose clock does not wait. */
class PageScriptTest {

    /** Before the sign-in is asked for again. */
    private static final long LONGEST_PAUSE = 40_000;

    private final Context browser = Context.newBuilder("js")
            .allowExperimentalOptions(true)
            .option("engine.WarnInterpreterOnly", "false")
            .build();

    @BeforeEach
    void aPageThatIsLive() throws IOException {
        browser.eval("js", resource("/browser.js"));
        browser.eval("js", "page.now = 1e12");
        browser.eval("js", resource("/META-INF/resources/sign-in.js"));
        browser.eval("js", resource("/META-INF/resources/dripline.js"));
        browser.eval("js", "refreshed()");
        assertThat(state()).isEqualTo("live");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 499})
    void saysThatItsFiguresMayBeOldBeforeTheSignInAnswers(int status) {
        refused(status);

        assertThat(state()).isEqualTo("stale");
        assertThat(words()).isEqualTo("Your session is over: figures may be old.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: "opaqueredirect", ok: false}     | 1
            {type: "basic", ok: true, status: 204}  | 1
            {type: "basic", ok: false, status: 502} | 0
            {type: "basic", ok: false, status: 503} | 0
            {}                                      | 0
            """)
    void goesOnlyToASignInThatCanBeShown(String answer, int reloads) {
        browser.eval("js", "page.answer = " + answer);

        refused(401);
        pass(0);

        assertThat(page("reloads").asInt()).isEqualTo(reloads);
        assertThat(words())
                .startsWith(
                        reloads == 1
                                ? "Your session is over: figures may be old. Going"
                                : "The sign-in cannot be reached");
    }

    /** Each refresh that is refused asks again. */
    @Test
    void staysWhileNobodyIsAtTheSignInAndGoesOnceSomebodyIs() {
        browser.eval("js", "page.answer = {type: 'basic', ok: false, status: 503}");
        refused(499);
        pass(0);
        refused(499);
        pass(LONGEST_PAUSE);
        refused(499);
        pass(LONGEST_PAUSE);
        assertThat(page("reloads").asInt()).isZero();
        assertThat(words()).isEqualTo("The sign-in cannot be reached: figures may be old. Trying again …");

        browser.eval("js", "page.answer = {type: 'basic', ok: true, status: 204}");
        refused(499);
        pass(0);

        assertThat(page("asked").asInt()).isEqualTo(3);
        assertThat(page("reloads").asInt()).isEqualTo(1);
    }

    /** A refresh that is refused every 5 s would else ask each time, and whoever hears the page would hear it each time. */
    @Test
    void saysOnceThatNobodyIsAtTheSignInAndAsksEverMoreSeldom() {
        browser.eval("js", "page.answer = {type: 'basic', ok: false, status: 503}; page.state.said = []");
        for (int second = 0; second < 600; second += 5) {
            refused(499);
            pass(5000);
        }

        assertThat(page("state.said.join('|')").asString())
                .isEqualTo("Your session is over: figures may be old."
                        + "|The sign-in cannot be reached: figures may be old. Trying again …");
        assertThat(page("asked").asInt()).isBetween(14, 21);
    }

    @Test
    void afterAnAnswerASessionThatEndsIsToldOfAtOnce() {
        browser.eval("js", "page.answer = {type: 'basic', ok: false, status: 503}");
        refused(499);
        pass(0);
        browser.eval("js", "refreshed()");
        assertThat(state()).isEqualTo("live");

        refused(499);

        assertThat(words()).isEqualTo("Your session is over: figures may be old.");
    }

    @Test
    void asksOnceAtATimeAndGivesUpAfterTenSeconds() {
        refused(401);
        pass(9_999);
        refused(401);

        assertThat(page("asked").asInt()).isEqualTo(1);
        assertThat(words()).startsWith("Your session is over");

        pass(1);
        assertThat(words()).startsWith("The sign-in cannot be reached");

        pass(LONGEST_PAUSE);
        refused(401);
        pass(0);
        assertThat(page("asked").asInt()).isEqualTo(2);
        assertThat(page("reloads").asInt()).isZero();
    }

    @Test
    void waitsBetweenTwoLoadsAndAsksJustBeforeTheSecond() {
        browser.eval(
                "js",
                "page.answer = {type: 'opaqueredirect'}; sessionStorage.setItem('dripline.loaded', page.now - 10000)");

        refused(401);
        pass(19_999);
        assertThat(page("asked").asInt()).isZero();
        browser.eval("js", "page.answer = {type: 'basic', ok: false}");
        pass(1);

        assertThat(page("reloads").asInt()).isZero();
        assertThat(words()).startsWith("The sign-in cannot be reached");
    }

    @Test
    void anAnswerThatIsTheSameLeavesThePageAsItIs() {
        assertThat(browser.eval("js", "answered('figures')").asBoolean()).isTrue();
        browser.eval("js", "page.state.dataset.state = 'connecting'");

        assertThat(browser.eval("js", "answered('figures')").asBoolean()).isFalse();
        assertThat(state()).as("and is current all the same").isEqualTo("live");
        assertThat(browser.eval("js", "answered('other figures')").asBoolean()).isTrue();
        assertThat(browser.eval("js", "answered('figures')").asBoolean()).isTrue();
    }

    @Test
    void anAnswerThatIsARefusalIsNotRemembered() {
        browser.eval("js", "answered('figures')");
        browser.eval("js", "answered('figures', 503)");

        assertThat(browser.eval("js", "answered('other figures')").asBoolean()).isTrue();
    }

    @Test
    void whatTheReaderOpenedStaysOpen() {
        browser.eval("js", "page.opened = [{id: 'table'}, {id: 'gone'}]");
        browser.eval("js", "page.elements.table = {setAttribute: (name) => (page.elements.table[name] = true)}");

        browser.eval("js", "answered('figures')");

        assertThat(browser.eval("js", "page.elements.table.open").asBoolean()).isTrue();
    }

    /** A thing that came before it must not take its place. */
    @Test
    void theKeyboardAndThePicturesStayWhereTheyWere() {
        browser.eval("js", """
                let to = null;
                parts = { focusable: [link('/a'), link('/b')], scrolled: [{ scrollLeft: 0 }, { scrollLeft: 70 }] };
                document.activeElement = parts.focusable[1];
                page.next = {
                  focusable: [link('/new'), link('/a'), link('/b')],
                  scrolled: [{ scrollTo: () => (to = 'none') }, { scrollTo: ({ left }) => (to = left) }],
                };
                """);

        browser.eval("js", "answered('figures')");

        assertThat(browser.eval("js", "document.activeElement.href").asString()).isEqualTo("/b");
        assertThat(browser.eval("js", "to").asInt()).isEqualTo(70);
    }

    @Test
    void whereTheKeyboardIsElsewhereItStaysThere() {
        browser.eval("js", """
                parts = { focusable: [link('/a')], scrolled: [] };
                document.activeElement = { getAttribute: () => '/elsewhere', href: 'elsewhere' };
                """);

        browser.eval("js", "answered('figures')");

        assertThat(browser.eval("js", "document.activeElement.href").asString()).isEqualTo("elsewhere");
    }

    private void refused(int status) {
        browser.eval("js", "refused(" + status + ")");
    }

    /** Lets so many milliseconds pass for the page. */
    private void pass(long millis) {
        long until = page("now").asLong() + millis;
        while (browser.eval("js", "runTimer(" + until + ")").asBoolean()) {}
    }

    private String state() {
        return browser.eval("js", "page.state.dataset.state").asString();
    }

    private String words() {
        return browser.eval("js", "page.state.textContent").asString();
    }

    private Value page(String member) {
        return browser.eval("js", "page." + member);
    }

    private static String resource(String name) throws IOException {
        try (var script = PageScriptTest.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), UTF_8);
        }
    }
}
