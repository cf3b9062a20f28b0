package io.dripline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledChromiumTest {

    @TempDir
    private Path directory;

    @Test
    void isFoundOnThePath() throws IOException {
        Path program = aProgram("chromium-browser");

        assertThat(InstalledChromium.find(Map.of("PATH", "/nowhere:" + directory)))
                .contains(program);
    }

    /** On some systems chromium-browser is there and starts nothing. */
    @Test
    void aRealOneGoesBeforeAPlaceholder() throws IOException {
        aProgram("chromium-browser");
        Path chrome = aProgram("google-chrome");

        assertThat(InstalledChromium.find(Map.of("PATH", directory.toString()))).contains(chrome);
    }

    @Test
    void isTheOneThatIsNamed() throws IOException {
        aProgram("chromium");
        Path named = aProgram("another");

        assertThat(InstalledChromium.find(Map.of("PATH", directory.toString(), "DRIPLINE_CHROMIUM", named.toString())))
                .contains(named);
    }

    @Test
    void aMachineMayHaveNone() {
        assertThat(InstalledChromium.find(Map.of("PATH", directory.toString()))).isEmpty();
    }

    @Test
    void aPersonMayLeaveItOut() throws IOException {
        aProgram("chromium");

        assertThat(InstalledChromium.find(Map.of("PATH", directory.toString(), "DRIPLINE_CHROMIUM", "none")))
                .isEmpty();
    }

    @Test
    void aNameThatIsNoProgramIsRefused() {
        assertThatThrownBy(() -> InstalledChromium.find(Map.of("DRIPLINE_CHROMIUM", directory.toString())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("DRIPLINE_CHROMIUM is %s, expected a program or none".formatted(directory));
    }

    private Path aProgram(String name) throws IOException {
        Path program = Files.createFile(directory.resolve(name));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }
}
