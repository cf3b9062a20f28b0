package io.dripline.reporting.dashboard.layout;

import io.dripline.contracts.session.Ascertainment;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.BaselineNull;
import io.dripline.reporting.baseline.EventCounting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the events behind a null were counted, as the officer who gave it states, in sentences for a reader. */
public final class NullWords {

    private NullWords() {}

    /** What a null of a figure states, and what of the source it overrode when it was given; none where it states neither. */
    public static List<String> of(BaselineNull given, Baseline figure) {
        return sentences(given.states(), given.overrides(), EventCounting.of(figure));
    }

    /** The same of a null that somebody keeps: what the source says otherwise is overridden. */
    public static List<String> of(EventCounting states, Baseline figure) {
        EventCounting source = EventCounting.of(figure);
        return sentences(states, source.overriddenBy(states), source);
    }

    /** How events were asked for, as a word. */
    static @Nullable String word(@Nullable Ascertainment ascertainment) {
        return ascertainment == null ? null : Words.value("ascertainment", ascertainment.name());
    }

    private static List<String> sentences(EventCounting states, EventCounting overrides, EventCounting source) {
        List<String> sentences = new ArrayList<>();
        add(
                sentences,
                "asked for by",
                word(states.ascertainment()),
                word(overrides.ascertainment()),
                word(source.ascertainment()));
        add(sentences, "counted over", states.window(), overrides.window(), source.window());
        return sentences;
    }

    private static void add(
            List<String> sentences,
            String how,
            @Nullable String stated,
            @Nullable String overridden,
            @Nullable String source) {
        if (stated == null) {
            return;
        }
        if (overridden != null) {
            sentences.add("Overrides the source: the officer who set it states that events were %s %s, the source %s."
                    .formatted(how, stated, overridden));
        } else {
            sentences.add("The officer who set it states that events were %s %s%s."
                    .formatted(
                            how, stated, stated.equals(source) ? ", as the source does" : "; the source does not say"));
        }
    }
}
