package io.dripline.reporting.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.dripline.parsers.AnyText;
import io.dripline.parsers.Refusals;
import io.dripline.reporting.caller.Violations;
import java.io.ByteArrayInputStream;
import java.util.List;

/** Whatever is asked of the methods is answered with numbers, or refused. */
class EvidenceFuzzTest {

    @FuzzTest
    void whatIf(byte[] bytes) throws Exception {
        List<String> lines = AnyText.lines(bytes, 7);
        WhatIf read = Refusals.read(() -> {
            Violations violations = new Violations();
            WhatIf asked = WhatIf.read(
                    violations,
                    lines.get(0),
                    lines.get(1),
                    lines.get(2),
                    lines.get(3),
                    lines.get(4),
                    lines.get(5),
                    lines.get(6));
            violations.refuseIfAny();
            return asked;
        });
        if (read != null) {
            assertThat(read.affected()).isBetween(0L, read.exposed());
            assertThat(read.p0()).isBetween(1e-300, 1.0);
        }
    }

    @FuzzTest
    void ebh(byte[] json) throws Exception {
        Rejections answer = Refusals.read(() -> new EbhResource().ask(new ByteArrayInputStream(json)));
        if (answer != null) {
            assertThat(answer.rejected()).doesNotHaveDuplicates();
        }
    }

    @FuzzTest
    void pool(byte[] json) throws Exception {
        PooledStudies answer = Refusals.read(() -> new PoolResource().ask(new ByteArrayInputStream(json)));
        if (answer != null) {
            assertThat(answer.se()).isNotNegative();
        }
    }

    @FuzzTest
    void funnel(byte[] json) throws Exception {
        Funnel answer = Refusals.read(() -> new FunnelResource().ask(new ByteArrayInputStream(json)));
        if (answer != null) {
            assertThat(answer.z()).noneMatch(z -> z.isNaN());
        }
    }

    @FuzzTest
    void cusum(byte[] json) throws Exception {
        RunLengths answer = Refusals.read(() -> new CusumResource().ask(new ByteArrayInputStream(json)));
        if (answer != null) {
            assertThat(answer.arlInControl()).isPositive();
        }
    }
}
