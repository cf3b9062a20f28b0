package io.dripline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code backup} works on what runs, {@code restore} on what does not, and only with a yes. */
class DriplineBackupTest extends OnAFakeMachine {

    @Test
    void backsUpWhatRuns() throws Exception {
        // Given
        aRunningUp();
        fake(aBuild().resolve("bin/java"), "echo \"$@\"");

        // When
        var ended = dripline(Map.of(), "backup", "sunday");

        // Then
        assertThat(ended.code()).isZero();
        assertThat(ended.output()).contains("io.dripline.local.backup.Backup " + checkout + " sunday");
    }

    @Test
    void restoresNothingWithoutAYes() throws Exception {
        // Given
        aBuild();

        // When
        var ended = dripline(Map.of(), "restore", "sunday");

        // Then
        assertThat(ended.output()).contains("from sunday").endsWith("nothing was restored\n");
    }

    @Test
    void restoresWithAYes() throws Exception {
        // Given
        fake(aBuild().resolve("bin/java"), "echo \"$@\"");

        // When
        var ended = dripline(Map.of(), "restore", "sunday", "--yes");

        // Then
        assertThat(ended.code()).isZero();
        assertThat(ended.output()).contains("io.dripline.local.backup.Restore " + checkout + " sunday");
    }

    @Test
    void restoresNothingWhileTheLineRuns() throws Exception {
        // Given
        aRunningUp();
        aBuild();

        // When
        var ended = dripline(Map.of(), "restore", "sunday", "--yes");

        // Then
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).contains("stop it first, with Ctrl-C where it runs");
    }

    @Test
    void saysWhatItTakes() throws Exception {
        // When
        var ended = dripline(Map.of(), "restore");

        // Then
        assertThat(ended)
                .isEqualTo(new Ended(1, "dripline: restore takes the directory that ./dripline backup has made\n"));
    }
}
