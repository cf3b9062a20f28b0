package io.dripline.reporting.dashboard.layout;

import io.dripline.contracts.session.Ascertainment;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.BaselineNull;
import io.dripline.reporting.baseline.CountedEvents;
import io.dripline.reporting.baseline.CountedEvents.Said;
import io.dripline.reporting.baseline.EventCounting;
import io.dripline.reporting.monitor.Monitor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the events behind a null were counted, as the officer who gave it states, in sentences for a reader. */
public final class NullWords {

    private NullWords() {}

    /** What a null of a figure states, and what of the source it overrode when it was given; none where it states neither. */
    public static List<String> of(BaselineNull given, Baseline figure) {
        return sentences(given.states(), given.overrides(), figure);
    }

    /** The same of the null that a monitor keeps. */
    public static List<String> of(Monitor monitor, Baseline figure) {
        return sentences(monitor.nullStates(), monitor.nullOverrides(), figure);
    }

    private static List<String> sentences(EventCounting states, EventCounting overrides, Baseline figure) {
        CountedEvents counted = CountedEvents.of(figure, states, overrides);
        List<String> sentences = new ArrayList<>();
        if (states.ascertainment() != null) {
            sentences.add(sentence("asked for by", counted.ascertainment(), NullWords::word));
        }
        if (states.window() != null) {
            sentences.add(sentence("counted over", counted.window(), Function.identity()));
        }
        return sentences;
    }

    private static <T> String sentence(String how, Said<T> said, Function<T, String> words) {
        String stated = words(said.value(), words);
        if (said.overridden() != null) {
            return "Overrides the source: the officer who set the null states that its events were %s %s, the source stated %s when the null was given."
                    .formatted(how, stated, words.apply(said.overridden()));
        }
        return "The officer who set the null states that its events were %s %s%s."
                .formatted(
                        how,
                        stated,
                        !said.byOfficer()
                                ? ", as the source does"
                                : said.sinceStated() == null
                                        ? "; the source does not say"
                                        : "; the source says %s now".formatted(words.apply(said.sinceStated())));
    }

    private static <T> String words(@Nullable T value, Function<T, String> words) {
        return value == null ? Literature.NOT_STATED : words.apply(value);
    }

    private static String word(Ascertainment ascertainment) {
        return Words.value("ascertainment", ascertainment.name());
    }
}
