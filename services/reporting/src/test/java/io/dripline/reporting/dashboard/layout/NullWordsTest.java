package io.dripline.reporting.dashboard.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.session.Ascertainment;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.BaselineNull;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.baseline.EventCounting;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NullWordsTest {

    private final Baselines baselines = new Baselines();

    /** What the catalogue prints now is the same in each of a figure; what it printed when the null was given is the third column. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            table8-gupta-any-25mg | course    | infusion  | Overrides the source: the officer who set the null states that its events were counted over course, the source stated infusion when the null was given.
            table8-gupta-any-25mg | infusion  | course    | Overrides the source: the officer who set the null states that its events were counted over infusion, the source stated course when the null was given.
            table8-gupta-any-25mg | course    | -         | The officer who set the null states that its events were counted over course; the source says infusion now.
            table8-gupta-any-25mg | course    | course    | The officer who set the null states that its events were counted over course; the source says infusion now.
            table8-gupta-any-25mg | infusion  | infusion  | The officer who set the null states that its events were counted over infusion, as the source does.
            table8-gupta-any-25mg | infusion  | -         | The officer who set the null states that its events were counted over infusion, as the source does.
            text-any              | course    | -         | The officer who set the null states that its events were counted over course; the source does not say.
            text-any              | course    | infusion  | Overrides the source: the officer who set the null states that its events were counted over course, the source stated infusion when the null was given.
            """)
    void tellsWhatWasSealedThoughTheCatalogueIsCorrected(
            String id, String window, @Nullable String printedThen, String expected) {
        assertThat(NullWords.of(
                        given(new EventCounting(null, window), new EventCounting(null, printedThen)),
                        baselines.get(id)))
                .containsExactly(expected);
    }

    @Test
    void namesHowEventsWereAskedForInTheWordsOfPages() {
        Baseline figure = baselines.get("text-any");
        EventCounting stated = new EventCounting(Ascertainment.CHECKLIST, null);
        EventCounting printedThen = new EventCounting(Ascertainment.SPONTANEOUS, null);

        assertThat(NullWords.of(given(stated, printedThen), figure))
                .containsExactly(
                        "Overrides the source: the officer who set the null states that its events were asked for by checklist, the source stated spontaneous when the null was given.");
    }

    private static BaselineNull given(EventCounting states, EventCounting printedThen) {
        return new BaselineNull(
                1,
                0.2,
                states,
                printedThen.overriddenBy(states),
                "Entered by an officer.",
                "Why.",
                Instant.EPOCH,
                "ada");
    }
}
