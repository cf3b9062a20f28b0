package io.dripline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code up} and {@code test} need of the machine is met with one sentence where it is missing. */
class DriplineUpTest extends OnAFakeMachine {

    @Test
    void saysThatAJdkIsMissing() throws Exception {
        // When
        var ended = dripline(Map.of(), "up");

        // Then
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output().strip())
                .isEqualTo("dripline: needs a JDK 25 or newer and found none; install one (https://adoptium.net) or set"
                        + " JAVA_HOME to it");
    }

    @Test
    void saysWhichJdkIsTooOld() throws Exception {
        // Given
        var old = jdk("17.0.19");

        // When
        var ended = dripline(Map.of("JAVA_HOME", old.toString()), "up");

        // Then
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).contains("the newest found is 17").hasLineCount(1);
    }

    @Test
    void doesNotTakeTheOldNumberingForANewJdk() throws Exception {
        // Given
        jdk("1.8.0_402");

        // When
        var ended = dripline(Map.of(), "test");

        // Then
        assertThat(ended.output()).contains("the newest found is 1;");
    }

    @Test
    void passesByAnOldJavaHomeIfANewerJdkIsInstalled() throws Exception {
        // Given
        var old = jdk("17.0.19");
        jdk("25.0.1");

        // When
        var ended = dripline(Map.of("JAVA_HOME", old.toString()), "test");

        // Then
        assertThat(ended.output()).contains("needs Maven").hasLineCount(1);
    }

    @Test
    void saysThatMavenIsMissing() throws Exception {
        // Given
        jdk("26");

        // When
        var ended = dripline(Map.of(), "up");

        // Then
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).startsWith("dripline: needs Maven").hasLineCount(1);
    }

    @Test
    void saysHowMuchDiskIsMissing() throws Exception {
        // Given
        jdk("25.0.1");
        fake(bin.resolve("mvn"), "exit 3");
        fake(bin.resolve("df"), "printf 'Filesystem 1024-blocks Used Available\\nx 1 1 1048576\\n'");

        // When
        var ended = dripline(Map.of(), "up");

        // Then
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output())
                .contains("needs 3000 MB free")
                .contains("1024 MB are")
                .hasLineCount(1);
    }

    @Test
    void refusesASecondUpInOneCheckout() throws Exception {
        // Given
        aRunningUp();

        // When
        var ended = dripline(Map.of(), "up");

        // Then
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).contains("already runs here as process").hasLineCount(1);
    }
}
