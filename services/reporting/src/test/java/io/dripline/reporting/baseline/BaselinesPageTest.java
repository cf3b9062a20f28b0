package io.dripline.reporting.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Run with {@code -Dbaselines.page=write} to write the page instead of comparing it. */
class BaselinesPageTest {

    private static final Path PAGE = Path.of("../../docs/baselines.md");

    @Test
    void isWrittenFromTheCatalogue() throws IOException {
        String page = BaselinesPage.of(new Baselines().all());

        if ("write".equals(System.getProperty("baselines.page"))) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE)
                .as("docs/baselines.md; write it anew with -Dbaselines.page=write")
                .hasContent(page);
    }
}
