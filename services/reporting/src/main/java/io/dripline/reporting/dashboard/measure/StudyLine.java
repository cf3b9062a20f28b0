package io.dripline.reporting.dashboard.measure;

import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.dashboard.chart.Drawing;
import io.dripline.reporting.dashboard.chart.ForestMark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published figure beside what was observed.
 *
 * @param resemblance how far like is held against like
 * @param why it is so, a sentence each
 * @param plot the figure, drawn
 * @param like the address that shows what is like the study's cohort; null where it is shown, or the source states none
 */
public record StudyLine(
        Baseline figure,
        Resemblance resemblance,
        List<String> why,
        Drawing plot,
        ForestMark mark,
        String printed,
        String patients,
        String counted,
        @Nullable String like) {

    /** How far a published figure can be held against what is shown. */
    public enum Resemblance {
        LIKE("● Comparable"),
        UNCLEAR("○ Comparable as far as is known"),
        UNLIKE("◇ Not comparable");

        private final String words;

        Resemblance(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public StudyLine {
        why = List.copyOf(why);
    }
}
