package io.dripline.reporting.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was typed is back where it was not taken, for whoever typed it alone; in a stand-in for the browser. */
class DraftsTest {

    private final Context browser = Context.newBuilder("js")
            .allowExperimentalOptions(true)
            .option("engine.WarnInterpreterOnly", "false")
            .build();

    @BeforeEach
    void aFormThatIsBeingFilled() throws IOException {
        browser.eval("js", resource("/draft-browser.js"));
        open("opened('olive')");
        browser.eval("js", "typed('for a long time')");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void isBackWhenThePageIsLoadedAnew() throws IOException {
        open("opened('olive')");

        assertThatItIsBack("It has not been sent.");
    }

    @Test
    void isBackAfterASessionThatEnded() throws IOException {
        browser.eval("js", "page.form.heard.submit()");
        open("notSent()");
        assertThat(string("page.kept.textContent")).startsWith("What you typed is kept in this window");

        open("opened('olive')");

        assertThatItIsBack("It has not been sent.");
    }

    @Test
    void isBackWithAWarningWhereNothingTellsWhatBecameOfIt() throws IOException {
        browser.eval("js", "page.form.heard.submit()");

        open("opened('olive')");

        assertThatItIsBack("Whether it was taken is not known: look at the page before you send it again.");
    }

    @Test
    void saysThatWhatItIsAboutHasChangedWhereNothingTellsWhatBecameOfIt() throws IOException {
        browser.eval("js", "page.form.heard.submit()");

        open("opened('olive', {version: '8'})");

        assertThatItIsBack(
                "Whether it was taken is not known: look at the page before you send it again. Since you wrote it, the alert has changed:"
                        + " read it again before you send this.",
                "8");
    }

    @Test
    void isGoneOnceItWasTaken() throws IOException {
        browser.eval("js", "page.form.heard.submit()");

        open("opened('olive', {outcome: 'done', address: '/alerts/1?done=assessment'})");
        assertThatNothingIsBack();
        open("opened('olive')");
        assertThatNothingIsBack();
    }

    /** The session ends on the page that says why, or the reader leaves it. */
    @Test
    void isBackAfterARefusalWhosePageIsGone() throws IOException {
        browser.eval("js", "page.form.heard.submit()");
        open("opened('olive', {outcome: 'refused', reason: 'as sent', address: '/alerts/1/assessment'})");
        assertThat(string("page.reason.value + page.notes.join()"))
                .as("in the refused form the server has kept it")
                .isEqualTo("as sent");

        open("opened('olive')");

        assertThatItIsBack("It was sent, and not taken.");
    }

    /** It was sent while the server was away; the page that is opened then tells of something else. */
    @ParameterizedTest
    @CsvSource({
        "refused, /audit",
        "refused, /alerts/1/cases",
        "refused, /alerts/1",
        "done, /alerts/1",
        "done, /alerts/1?done=acknowledgement",
        "done, /alerts/2?done=assessment",
        "other, /alerts/1?done=assessment"
    })
    void isBackWithAWarningWhereAnotherPageTellsOfSomethingElse(String outcome, String address) throws IOException {
        browser.eval("js", "page.form.heard.submit()");
        open("opened('olive', {outcome: '%s', action: '/elsewhere', address: '%s'})".formatted(outcome, address));

        open("opened('olive')");

        assertThatItIsBack("Whether it was taken is not known: look at the page before you send it again.");
    }

    /** The server found in it what looks like a patient's name; what is typed into it then may still hold that. */
    @Test
    void isGoneOnceItWasRefusedForWhatItTellsOfSomebody() throws IOException {
        browser.eval("js", "page.form.heard.submit()");
        open(
                "opened('olive', {outcome: 'refused', reason: 'as sent', address: '/alerts/1/assessment', forgotten: true})");
        assertThat(string("[...stored.values()].join()")).doesNotContain("for a long time");
        assertThat(string("Object.keys(page.form.heard).join()"))
                .as("heard of what is typed there")
                .isEmpty();

        open("opened('olive')");

        assertThatNothingIsBack();
    }

    /** What was typed into the refused form is the newer. */
    @Test
    void whatIsTypedIntoARefusedFormTakesItsPlaceAndGoesOnceItIsTaken() throws IOException {
        open("opened('olive', {action: '/monitors/new', done: 'made', address: '/monitors/new?baseline=a'})");
        browser.eval("js", "typed('of before'); page.form.heard.submit()");
        open(
                "opened('olive', {outcome: 'refused', reason: 'of before', action: '/monitors/new', done: 'made', address: '/monitors/new'})");
        browser.eval("js", "typed('for a long time')");
        open("opened('olive', {action: '/monitors/new', done: 'made', address: '/monitors/new'})");
        assertThatItIsBack("It has not been sent.");

        browser.eval("js", "page.form.heard.submit()");
        open("opened('olive', {outcome: 'done', action: '/monitors/1', address: '/monitors/1?done=made'})");

        for (String address : List.of("/monitors/new", "/monitors/new?baseline=a")) {
            open("opened('olive', {action: '/monitors/new', done: 'made', address: '%s'})".formatted(address));
            assertThatNothingIsBack();
        }
    }

    @Test
    void aRefusedFormStaysThatOfTheAddressThatFilledItIn() throws IOException {
        String filled = "opened('olive', {action: '/monitors/new', done: 'made', address: '/monitors/new?baseline=a'})";
        open(filled);
        browser.eval("js", "typed('for a long time'); page.form.heard.submit()");
        open(
                "opened('olive', {outcome: 'refused', reason: 'as sent', action: '/monitors/new', done: 'made', address: '/monitors/new'})");

        open(filled);

        assertThatItIsBack("It was sent, and not taken.");
    }

    /** It would be sent with the newer version, so that nobody would ask whether it still holds. */
    @Test
    void saysThatWhatItIsAboutHasChangedUntilItIsSent() throws IOException {
        String changed =
                "It has not been sent. Since you wrote it, the alert has changed: read it again before you send this.";
        open("opened('olive', {version: '8'})");
        assertThatItIsBack(changed, "8");
        browser.eval("js", "page.form.heard.input()");

        open("opened('olive', {version: '8'})");
        assertThatItIsBack(changed, "8");

        browser.eval("js", "page.form.heard.submit()");
        open("opened('olive', {outcome: 'refused', version: '9', reason: 'as sent', address: '/alerts/1/assessment'})");
        open("opened('olive', {version: '9'})");
        assertThatItIsBack("It was sent, and not taken.", "9");
    }

    @Test
    void staysWhenAnotherFormWasAnswered() throws IOException {
        open("opened('olive', {outcome: 'done', address: '/alerts/1?done=assessment'})");

        assertThatItIsBack("It has not been sent.");
    }

    @Test
    void isNotForAnotherForm() throws IOException {
        open("opened('olive', {action: '/alerts/2/assessment'})");

        assertThatNothingIsBack();
    }

    /** Else one figure would get the cohort of another. */
    @Test
    void isNotForAFormThatAnotherAddressFillsIn() throws IOException {
        open("opened('olive', {action: '/monitors/new', done: 'made', address: '/monitors/new?baseline=a'})");
        assertThatNothingIsBack();
        browser.eval("js", "typed('for a long time')");

        open("opened('olive', {action: '/monitors/new', done: 'made', address: '/monitors/new?baseline=b'})");
        assertThatNothingIsBack();

        open("opened('olive', {action: '/monitors/new', done: 'made', address: '/monitors/new?baseline=a'})");
        assertThatItIsBack("It has not been sent.");
    }

    /** That is where somebody comes back to whose session ended. */
    @Test
    void isForTheSameFormWhereNoAddressFillsItIn() throws IOException {
        open("opened('olive', {action: '/monitors/new', done: 'made', address: '/monitors/new?baseline=a'})");
        browser.eval("js", "typed('for a long time'); page.form.heard.submit()");
        open("notSent()");

        open("opened('olive', {action: '/monitors/new', done: 'made', address: '/monitors/new'})");
        assertThatItIsBack("It has not been sent.");

        browser.eval("js", "page.form.heard.submit()");
        open("opened('olive', {outcome: 'done', action: '/monitors/1', address: '/monitors/1?done=made'})");
        open("opened('olive', {action: '/monitors/new', done: 'made', address: '/monitors/new'})");
        assertThatNothingIsBack();
    }

    /** The server has kept in it what was sent, of which a former draft knows nothing. */
    @Test
    void isNotForAFormThatIsAnAnswer() throws IOException {
        open("opened('olive', {action: '/monitors/new', done: 'made', address: '/monitors/new?baseline=a'})");
        browser.eval("js", "typed('of another figure')");

        open(
                "opened('olive', {outcome: 'refused', reason: 'as sent', action: '/monitors/new', done: 'made', address: '/monitors/new'})");
        assertThat(string("page.reason.value + page.notes.join()")).isEqualTo("as sent");

        open("opened('olive', {action: '/monitors/new', done: 'made', address: '/monitors/new?baseline=a'})");
        assertThat(string("page.reason.value")).isEqualTo("of another figure");
    }

    /** Else what the address fills in would be back. */
    @Test
    void whatWasEmptiedStaysEmpty() throws IOException {
        open(
                "opened('olive', {reason: 'filled in', action: '/monitors/new', done: 'made', address: '/monitors/new?baseline=a'})");
        browser.eval("js", "typed('')");

        open(
                "opened('olive', {reason: 'filled in', action: '/monitors/new', done: 'made', address: '/monitors/new?baseline=a'})");

        assertThat(string("page.reason.value")).isEmpty();
        assertThat(string("page.no.checked + ''")).isEqualTo("true");
    }

    /** Sent while the server was away; another form was answered since, and another page refused something. */
    @Test
    void isBackAlthoughAnotherFormWasAnswered() throws IOException {
        browser.eval("js", "page.form.heard.submit()");
        open("opened('olive', {action: '/alerts/1/acknowledgement'})");
        browser.eval("js", "page.form.heard.submit()");
        open(
                "opened('olive', {outcome: 'done', action: '/alerts/1/closure', address: '/alerts/1?done=acknowledgement'})");
        open("opened('olive', {outcome: 'done', action: '/alerts/1/closure', address: '/alerts/1/cases'})");

        open("opened('olive')");

        assertThatItIsBack("Whether it was taken is not known: look at the page before you send it again.");
    }

    @Test
    void isNotForAnotherPerson() throws IOException {
        open("opened('alan')");
        assertThatNothingIsBack();

        open("opened('olive')");
        assertThatNothingIsBack();
    }

    @Test
    void isGoneWithSigningOut() throws IOException {
        browser.eval("js", "page.signOut.heard.click()");

        open("opened('olive')");

        assertThatNothingIsBack();
    }

    @Test
    void whatIsTakenBackIsNotKept() throws IOException {
        browser.eval("js", "page.no.checked = false; page.reason.value = ''; page.form.heard.input()");

        open("opened('olive')");

        assertThatNothingIsBack();
    }

    private void assertThatItIsBack(String words) {
        assertThatItIsBack(words, "7");
    }

    private void assertThatItIsBack(String words, String version) {
        assertThat(string("page.reason.value")).isEqualTo("for a long time");
        assertThat(string("[page.yes.checked, page.no.checked].join()")).isEqualTo("false,true");
        assertThat(string("page.version.value")).as("of this page").isEqualTo(version);
        assertThat(string("page.notes.join()")).isEqualTo("What you typed here before is back. " + words);
    }

    private void assertThatNothingIsBack() {
        assertThat(string("page.reason.value + page.notes.join()")).isEmpty();
    }

    private void open(String page) throws IOException {
        browser.eval("js", page);
        browser.eval("js", resource("/META-INF/resources/draft.js"));
    }

    private String string(String script) {
        return browser.eval("js", script).asString();
    }

    private static String resource(String name) throws IOException {
        try (var script = DraftsTest.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), UTF_8);
        }
    }
}
