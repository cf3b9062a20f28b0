package io.dripline.journeys;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A machine without a browser skips what needs one, and says so. */
class SkipWithoutChromium implements ExecutionCondition {

    @Override
    public final ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return InstalledChromium.find(System.getenv())
                .map(chromium -> ConditionEvaluationResult.enabled("looks through " + chromium))
                .orElseGet(() -> ConditionEvaluationResult.disabled(
                        "NO BROWSER LOOKS AT THE DASHBOARD: no Chromium on the path, and none named by "
                                + InstalledChromium.VARIABLE));
    }
}
