package io.dripline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    private Path directory;

    @Test
    void showsTheCauseRatherThanTheFramesOfAStackTrace() throws Exception {
        // Given
        var log = new LogFile(directory.resolve("intake.log"));
        Files.writeString(log.file(), """
                starting
                Exception in thread "main"
                \tat io.dripline.A.b(A.java:1)
                Caused by: no such host
                \tat io.dripline.C.d(C.java:2)
                \t... 9 more
                """);

        // When
        var tail = log.tail(2);

        // Then
        assertThat(tail.lines()).containsExactly("    Exception in thread \"main\"", "    Caused by: no such host");
    }

    @Test
    void keepsTheLogOfTheRunBefore() throws Exception {
        // Given
        var log = new LogFile(directory.resolve("intake.log"));
        Files.writeString(log.file(), "the run before");

        // When
        log.begin();

        // Then
        assertThat(directory.resolve("intake.log.1")).hasContent("the run before");
        assertThat(log.file()).isEmptyFile();
    }

    @Test
    void saysThatThereIsNoLog() {
        assertThat(new LogFile(directory.resolve("intake.log")).tail(5)).contains("there is no log");
    }
}
