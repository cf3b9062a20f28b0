package io.dripline.reporting.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.dripline.parsers.Refusals;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.caller.StrictJson;
import java.io.ByteArrayInputStream;

/** Whatever an officer asks to be watched can be, or is refused. */
class NewMonitorFuzzTest {

    private static final Baselines BASELINES = new Baselines();

    @FuzzTest
    void monitor(byte[] json) throws Exception {
        NewMonitor.Stated stated = Refusals.read(() -> StrictJson.read(new ByteArrayInputStream(json), NewMonitor.class)
                .read(BASELINES));
        if (stated != null) {
            assertThat(stated.alphaShare()).isPositive();
            stated.cohort()
                    .values()
                    .forEach(value -> assertThat(isStorable(value)).isTrue());
        }
    }

    /** PostgreSQL takes neither a null character nor half a character. */
    private static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(character -> character == 0 || Character.getType(character) == Character.SURROGATE);
    }
}
