package io.dripline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void aBarMovesOnATerminal() {
        try (var console = new Console(out, true)) {
            console.begin();
            console.progress("posting", 13, 26, "week 13");
            console.progress("posting", 26, 26, "week 26");
        }

        assertThat(shown())
                .isEqualTo("\rposting [############------------] week 13\u001b[K"
                        + "\rposting [########################] week 26\u001b[K" + System.lineSeparator());
    }

    @Test
    void elsewhereALineComesWithEachTenth() {
        try (var console = new Console(out, false)) {
            console.begin();
            for (int week = 1; week <= 26; week++) {
                console.progress("posting", week, 26, "week " + week);
            }
        }

        assertThat(shown())
                .hasLineCount(11)
                .doesNotContain("\r", "\u001b")
                .startsWith("posting   4 %, week 1")
                .contains("posting 100 %, week 26");
    }

    @Test
    void aLineThatStaysDoesNotOverwriteTheBar() {
        try (var console = new Console(out, true)) {
            console.progress("posting", 1, 1, "");
            console.say("done");
        }

        assertThat(shown().lines()).last().isEqualTo("done");
    }

    @Test
    void nothingToDoIsDone() {
        try (var console = new Console(out, false)) {
            console.progress("counting", 0, 0, "all");
        }

        assertThat(shown()).contains("100 %");
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
