package io.dripline.reporting.alert;

import io.dripline.reporting.monitor.Monitor;
import java.time.Instant;
import java.util.List;

/** Judges counts of the past as they were judged then: by the same functions, keeping nothing and raising nothing. */
public final class JudgePast {

    private JudgePast() {}

    /**
     * What a monitor would be judged to say.
     *
     * @param monitor as it was then
     * @param weeks as it counted them then, ascending
     */
    public static Judgement judge(Monitor monitor, List<JudgedWeek> weeks, Instant then) {
        return JudgeMonitors.judge(monitor, weeks, then).judgement();
    }
}
