package io.dripline.reporting.dashboard.review;

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

/** What the script of the page of some words does, in a stand-in for the browser whose questions wait for the test's answers. */
class ReviewScriptTest {

    private final Context browser = Context.newBuilder("js")
            .allowExperimentalOptions(true)
            .option("engine.WarnInterpreterOnly", "false")
            .build();

    @BeforeEach
    void aPageOfSomeWords() throws IOException {
        browser.eval("js", resource("/review-browser.js"));
        browser.eval("js", resource("/META-INF/resources/review.js"));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aDigitTicksAndWhatThatChangesIsShown() {
        assertThat(run("key('1', 'notAnEvent')").asBoolean()).isTrue();

        assertThat(run("fields.term.checked").asBoolean()).isTrue();
        assertThat(run("page.focused").asString()).isEqualTo("term");
        assertThat(run("page.asked.length").asInt()).isEqualTo(1);
        assertThat(run("page.asked[0].go").asString()).isEqualTo("show");
        assertThat(run("page.asked[0].body.get('term')").asString()).isEqualTo("dizziness");
        assertThat(run("page.asked[0].headers['X-Requested-With']").asString())
                .as("without it a session that is over would be a redirect")
                .isEqualTo("JavaScript");

        run("answers(0, {text: 'fresh'})");
        assertThat(run("page.replaced.effect").asString()).isEqualTo("effect of fresh");
        assertThat(run("'content' in page.replaced").asBoolean())
                .as("what is typed is not replaced")
                .isFalse();
    }

    @Test
    void anAnswerAboutWhatIsTickedNoLongerIsLeftOut() {
        run("key('1', 'term')");
        run("key('0', 'term')");

        run("answers(1, {text: 'late'})");
        run("answers(0, {text: 'early'})");

        assertThat(run("page.replaced.effect").asString()).isEqualTo("effect of late");
    }

    @Test
    void eitherTermsOrNoEvent() {
        run("key('1', 'term')");
        run("key('0', 'term')");
        assertThat(run("fields.term.checked").asBoolean()).isFalse();

        run("key('1', 'term')");
        assertThat(run("fields.notAnEvent.checked").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, q", "r, reason", "g, reason", "/, q", "1, elsewhere", "g, elsewhere", "x, term"})
    void keysDoNothingWhereSomebodyTypesAndOutsideTheForm(String key, String where) {
        assertThat(run("key('%s', '%s')".formatted(key, where)).asBoolean()).isFalse();

        assertThat(run("fields.term.checked").asBoolean()).isFalse();
        assertThat(run("page.asked.length").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"/, term, q", "r, term, reason", "Escape, reason, term"})
    void keysLeadFromFieldToField(String key, String from, String to) {
        run("key('%s', '%s')".formatted(key, from));

        assertThat(run("page.focused").asString()).isEqualTo(to);
    }

    @Test
    void termsAreLookedForWhileTheyAreTyped() {
        run("heard.input({target: fields.q})");
        run("page.timer()");

        run("answers(0, {text: 'fresh'})");

        assertThat(run("page.asked[0].go").asString()).isEqualTo("find");
        assertThat(run("page.replaced.found").asString()).isEqualTo("found of fresh");
        assertThat(run("page.replaced.terms").asString())
                .as("what was ticked among those found before stays")
                .isEqualTo("terms of fresh");
    }

    @Test
    void aRulingThatIsTakenLeadsOn() {
        run("key('g', 'term')");

        run("answers(0, {url: 'http://here/reviews/some?done=1'})");

        assertThat(run("page.asked[0].go").asString()).isEqualTo("rule");
        assertThat(run("page.went").asString()).isEqualTo("http://here/reviews/some?done=1");
    }

    @Test
    void aRulingIsSentOnceAtATime() {
        run("key('Enter', 'reason', {ctrlKey: true})");
        run("key('g', 'term')");

        assertThat(run("page.asked.length").asInt()).isEqualTo(1);
    }

    @Test
    void aRulingThatIsRefusedIsShownInPlace() {
        run("key('g', 'term')");

        run("answers(0, {status: 412, text: 'somebody else'})");

        assertThat(run("page.replaced.content").asString()).isEqualTo("content of somebody else");
        assertThat(run("page.went").isNull()).isTrue();
        run("key('g', 'term')");
        assertThat(run("page.asked.length").asInt()).as("it can be sent again").isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"null, term", "fields.reason, reason"})
    void whoeverTypesGoesOnInTheRefusedForm(String wrong, String focused) {
        run("key('g', 'term')");
        run("page.focused = null; page.wrong = " + wrong);

        run("answers(0, {status: 422})");

        assertThat(run("page.focused").asString()).isEqualTo(focused);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            answers(0, {status: 499})                                     | Your session is over
            answers(0, {status: 401})                                     | Your session is over
            answers(0, {status: 502, type: 'application/problem+json'})   | The answer cannot be shown (502).
            fails(0)                                                      | No answer.
            """)
    void whatIsNoPageIsSaidAndWhatIsTypedStays(String answer, String said) {
        run("key('g', 'term')");

        run(answer);

        assertThat(run("page.state.textContent").asString()).startsWith(said).contains("typed here stays");
        assertThat(run("Object.keys(page.replaced).length").asInt()).isZero();
        run("key('g', 'term')");
        assertThat(run("page.asked.length").asInt()).as("it can be sent again").isEqualTo(2);
    }

    private Value run(String script) {
        return browser.eval("js", script);
    }

    private static String resource(String name) throws IOException {
        try (var script = ReviewScriptTest.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), UTF_8);
        }
    }
}
