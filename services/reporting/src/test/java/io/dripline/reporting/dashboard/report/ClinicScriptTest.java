package io.dripline.reporting.dashboard.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the script of a clinic's pages does by itself, in a stand-in for the browser. */
class ClinicScriptTest {

    private final Context browser = Context.newBuilder("js")
            .allowExperimentalOptions(true)
            .option("engine.WarnInterpreterOnly", "false")
            .build();

    @BeforeEach
    void aPage() throws IOException {
        browser.eval("js", resource("/clinic-browser.js"));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void theBrowsersOwnZoneStandsWhereNoneWasTyped() throws IOException {
        load();

        assertThat(eval("page.zone.value").asString()).isEqualTo("Australia/Sydney");
    }

    @Test
    void aZoneThatWasTypedStays() throws IOException {
        eval("page.zone.value = '+02:00'");
        load();

        assertThat(eval("page.zone.value").asString()).isEqualTo("+02:00");
    }

    @Test
    void aFormIsSentByTheButtonThatWasPressedWhereItsAnswerCanBeShown() throws IOException {
        load();

        eval("page.form.requestSubmit('add')");

        assertThat(eval("page.sent.join()").asString()).isEqualTo("add");
        assertThat(eval("page.asked.join()").asString()).isEqualTo("/glossary JavaScript");
        assertThat(eval("page.over.hidden").asBoolean()).isTrue();
    }

    @Test
    void aDoubleClickAsksAndSendsOnce() throws IOException {
        load();

        eval("page.form.requestSubmit('report'); page.form.requestSubmit('report')");
        eval("page.form.requestSubmit('report')");

        assertThat(eval("page.asked.length").asInt()).isEqualTo(1);
        assertThat(eval("page.sent.join()").asString()).isEqualTo("report");
    }

    /** 401 and 499: the session is over; 0: nobody answers. */
    @ParameterizedTest
    @ValueSource(ints = {401, 499, 503, 0})
    void whereItCannotTheFormStaysAsItWasTypedAndCanBeSentAgain(int status) throws IOException {
        load();
        eval("page.status = %d; page.form.requestSubmit('report')".formatted(status));
        assertThat(eval("page.sent.length").asInt()).isZero();
        assertThat(eval("page.over.hidden").asBoolean()).isFalse();
        assertThat(eval("'sent' in page.form.dataset").asBoolean()).isFalse();

        eval("page.status = 200; page.form.requestSubmit('report')");

        assertThat(eval("page.sent.join()").asString()).isEqualTo("report");
        assertThat(eval("page.over.hidden").asBoolean()).isTrue();
    }

    @Test
    void aFileThatIsTooLongIsNamedBeforeItIsSent() throws IOException {
        load();

        eval("page.file.files = [{size: 101}]; page.file.heard.change()");
        assertThat(eval("page.file.words").asString()).contains("longer than 64 MiB");

        eval("page.file.files = [{size: 100}]; page.file.heard.change()");
        assertThat(eval("page.file.words").asString()).isEmpty();
    }

    private void load() throws IOException {
        browser.eval("js", resource("/META-INF/resources/clinic.js"));
    }

    private Value eval(String script) {
        return browser.eval("js", script);
    }

    private static String resource(String name) throws IOException {
        try (var script = ClinicScriptTest.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), UTF_8);
        }
    }
}
