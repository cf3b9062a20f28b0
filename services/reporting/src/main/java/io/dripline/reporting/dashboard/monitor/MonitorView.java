package io.dripline.reporting.dashboard.monitor;

import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.dashboard.layout.ShownTime;
import io.dripline.reporting.monitor.MonitorStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One monitor. @param history every step, the latest first */
public record MonitorView(MonitorLine line, List<Step> history) {

    /** A step. @param why null where no reason was asked for */
    public record Step(
            String what,
            ShownTime at,
            @Nullable String by,
            @Nullable String why) {}

    public MonitorView {
        history = List.copyOf(history);
    }

    static MonitorView of(MonitorLine line, List<MonitorStep> steps) {
        return new MonitorView(
                line, steps.reversed().stream().map(MonitorView::step).toList());
    }

    private static Step step(MonitorStep step) {
        String start =
                step.startWeek() == null ? "the beginning" : step.startWeek().toString();
        String what = switch (step.step()) {
            case MADE ->
                step.p0() == null
                        ? "Made, waiting for a null"
                        : "Made with a null of %s, counting from %s".formatted(Figures.nullPercent(step.p0()), start);
            case NULL_GIVEN ->
                "Given a null%s, counting from %s"
                        .formatted(step.p0() == null ? "" : " of " + Figures.nullPercent(step.p0()), start);
            case RETIRED -> "Retired";
        };
        return new Step(what, new ShownTime(step.at()), step.by(), step.reason());
    }
}
