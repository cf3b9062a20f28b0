package io.dripline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    @TempDir
    private Path directory;

    @Test
    void areTheProcessesThatBeganShortlyBeforeTheirFile() throws Exception {
        // Given
        var process = new ProcessBuilder("sleep", "60").start();
        var file = Files.writeString(directory.resolve("kafka.pid"), process.pid() + "\n");

        // When
        var survivor = Leftovers.survivor(file);

        // Then
        assertThat(survivor).contains(process.toHandle());
        process.destroyForcibly();
    }

    @Test
    void areNotTheProcessesThatGotTheNumberLater() throws Exception {
        // Given
        var process = new ProcessBuilder("sleep", "60").start();
        var file = Files.writeString(directory.resolve("kafka.pid"), process.pid() + "\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(1))));

        // When
        var survivor = Leftovers.survivor(file);

        // Then
        assertThat(survivor).isEmpty();
        process.destroyForcibly();
    }

    @Test
    void areNoneWithoutAFile() {
        assertThat(Leftovers.survivor(directory.resolve("kafka.pid"))).isEmpty();
    }
}
