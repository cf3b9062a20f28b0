package io.dripline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The script as a whole. */
class DriplineScriptTest extends OnAFakeMachine {

    @Test
    void isValidShell() throws Exception {
        // When
        var ended = run(List.of("bash", "-n", script().toString()), Map.of());

        // Then
        assertThat(ended).isEqualTo(new Ended(0, ""));
    }

    @Test
    void namesAnUnknownCommandAndListsThoseThatThereAre() throws Exception {
        // When
        var ended = dripline(Map.of(), "frobnicate");

        // Then
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output())
                .contains("there is no command 'frobnicate'")
                .contains("  up ")
                .contains("  demo ")
                .contains("  test ")
                .contains("  recount ")
                .contains("  dead-letters")
                .contains("  rebuild ")
                .contains("  recode ")
                .contains("  replay ")
                .contains("  reset ");
    }

    @Test
    void helpNamesEveryCommandThatThereIs() throws Exception {
        // Given
        var commands = Pattern.compile("(?m)^  ([a-z-]+)(?: \\| -h \\| --help)?\\) [a-z_]+")
                .matcher(Files.readString(script()))
                .results()
                .map(match -> match.group(1))
                .toList();

        // When
        var ended = dripline(Map.of(), "help");

        // Then
        assertThat(ended.code()).isZero();
        assertThat(ended.output().lines().filter(line -> line.matches("  [a-z].*")))
                .extracting(line -> line.strip().split(" ")[0])
                .containsExactlyInAnyOrderElementsOf(commands)
                .contains("up", "dead-letters");
    }

    @Test
    void findsItsCheckoutThroughASymbolicLink() throws Exception {
        // Given
        Files.createDirectories(checkout.resolve(".dripline/postgres"));
        var link = Files.createSymbolicLink(directory.resolve("link"), Path.of("a checkout/dripline"));

        // When
        run(List.of("bash", link.toString(), "reset", "--yes"), Map.of());

        // Then
        assertThat(checkout.resolve(".dripline")).doesNotExist();
    }
}
