package io.dripline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Commands that speak to a running line ask for a build first. */
class DriplineOnABuildTest extends OnAFakeMachine {

    @Test
    void asksForABuildBeforeTheDemo() throws Exception {
        // Given
        jdk("25.0.1");

        // When
        var ended = dripline(Map.of(), "demo");

        // Then
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).contains("run ./dripline up first").hasLineCount(1);
    }

    @Test
    void readsDeadLettersOnlyOfWhatIsBuilt() throws Exception {
        // Given
        jdk("25.0.1");

        // When
        var ended = dripline(Map.of(), "dead-letters");

        // Then
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).contains("is not built").hasLineCount(1);
    }

    @Test
    void recodesOnlyWithWhatIsBuilt() throws Exception {
        // Given
        jdk("25.0.1");

        // When
        var ended = dripline(Map.of(), "recode", "--dry-run");

        // Then
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).contains("is not built").hasLineCount(1);
    }

    @Test
    void handsOnWhatIsToBeRecodedAndHow() throws Exception {
        // Given
        fake(aBuild().resolve("bin/java"), "echo \"$@\"");

        // When
        var ended = dripline(Map.of(), "recode", "--yes", "--reason", "the words of winter");

        // Then
        assertThat(ended.code()).isZero();
        assertThat(ended.output())
                .contains("io.dripline.local.recode.Recode " + checkout + " --yes --reason the words of winter");
    }

    @Test
    void handsOnTheTimeThatIsToBeReplayed() throws Exception {
        // Given
        fake(aBuild().resolve("bin/java"), "echo \"$@\"");

        // When
        var ended = dripline(Map.of(), "replay", "--as-of", "2026-11-22T09:00:00Z", "--json");

        // Then
        assertThat(ended.code()).isZero();
        assertThat(ended.output())
                .contains("io.dripline.local.replay.Replay " + checkout + " --as-of 2026-11-22T09:00:00Z --json");
    }
}
