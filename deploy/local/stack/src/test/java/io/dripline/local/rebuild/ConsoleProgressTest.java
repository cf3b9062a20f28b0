package io.dripline.local.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {

    @Test
    void drawsOneBarOverAgainAtATerminal() {
        var text = told(true, progress -> {
            progress.reached(0.5, "of 10 statements 5 counted");
            progress.reached(1, "of 10 statements 10 counted");
            progress.say("generation 2 is shown");
        });

        assertThat(text.split(System.lineSeparator())).hasSize(2);
        assertThat(text)
                .contains("[###############...............]  50 %  of 10 statements 5 counted")
                .contains("[##############################] 100 %  of 10 statements 10 counted")
                .endsWith("generation 2 is shown" + System.lineSeparator());
    }

    @Test
    void printsALineForEachTenthElsewhere() {
        var text = told(false, progress -> {
            for (int counted = 0; counted <= 100; counted++) {
                progress.reached(counted / 100.0, counted + " counted");
            }
        });

        assertThat(text.lines()).hasSize(11);
        assertThat(text).doesNotContain("#").doesNotContain("\r").contains("70 %  70 counted");
    }

    private static String told(boolean terminal, Consumer<Progress> told) {
        var bytes = new ByteArrayOutputStream();
        told.accept(new ConsoleProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
