package io.dripline.local.stack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class ToolTest {

    private final Tool missing = new Tool("no-such-program", "reads nothing");

    @Test
    void aBuildServerWithoutItFails() {
        assertThatThrownBy(() -> missing.require(Map.of("CI", "true")))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage("no-such-program, which reads nothing, is not installed, and CI is true:"
                        + " a build server must have it");
    }

    @Test
    void elsewhereTheCheckIsLeftOut() {
        assertThatThrownBy(() -> missing.require(Map.of()))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageEndingWith("no-such-program, which reads nothing, is not installed; the check is left out");
    }
}
