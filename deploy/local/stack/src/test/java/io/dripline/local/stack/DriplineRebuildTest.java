package io.dripline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code rebuild} works on what runs, and only with a yes. */
class DriplineRebuildTest extends OnAFakeMachine {

    @Test
    void rebuildsOnlyWhatRuns() throws Exception {
        // When
        var ended = dripline(Map.of(), "rebuild", "--yes");

        // Then
        assertThat(ended)
                .isEqualTo(new Ended(1, "dripline: rebuild works on a running line; start it with ./dripline up\n"));
    }

    @Test
    void rebuildsNothingWithoutAYes() throws Exception {
        // Given
        aRunningUp();
        aBuild();

        // When
        var ended = dripline(Map.of(), "rebuild");

        // Then
        assertThat(ended.output()).contains("Wipe Kafka").endsWith("nothing was wiped\n");
    }

    @Test
    void rebuildsWithAYes() throws Exception {
        // Given
        aRunningUp();
        var java = aBuild().resolve("bin/java");
        fake(java, "echo \"$@\"");

        // When
        var ended = dripline(Map.of(), "rebuild", "--yes");

        // Then
        assertThat(ended.code()).isZero();
        assertThat(ended.output()).contains("io.dripline.local.rebuild.Rebuild " + checkout);
    }
}
