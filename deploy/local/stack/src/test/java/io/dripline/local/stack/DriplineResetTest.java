package io.dripline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code reset} removes only what nobody uses, and only with a yes. */
class DriplineResetTest extends OnAFakeMachine {

    @Test
    void refusesToRemoveTheDataOfARunningUp() throws Exception {
        // Given
        aRunningUp();

        // When
        var ended = dripline(Map.of(), "reset", "--yes");

        // Then
        assertThat(ended.code()).isEqualTo(1);
        assertThat(checkout.resolve(".dripline/run/up.pid")).exists();
    }

    @Test
    void removesNothingWithoutAYes() throws Exception {
        // Given
        Files.createDirectories(checkout.resolve(".dripline/postgres"));

        // When
        var ended = dripline(Map.of(), "reset");

        // Then
        assertThat(ended.output()).contains("nothing was removed");
        assertThat(checkout.resolve(".dripline/postgres")).exists();
    }

    @Test
    void removesTheDataWithAYes() throws Exception {
        // Given
        Files.createDirectories(checkout.resolve(".dripline/postgres"));

        // When
        var ended = dripline(Map.of(), "reset", "--yes");

        // Then
        assertThat(ended.code()).isZero();
        assertThat(checkout.resolve(".dripline")).doesNotExist();
    }
}
