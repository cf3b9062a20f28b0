package io.dripline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README and the script tell the same story. */
class ReadmeTest {

    private static final Path ROOT = Checkout.root();

    @Test
    void namesTheCommandsThatTheScriptHas() throws IOException {
        var offered = matches("dripline", "(?m)^  ([a-z-]+)(?: \\| -h \\| --help)?\\) [a-z_]+");
        var told = matches("README.md", "(?m)^\\| `([a-z-]+)` \\|");

        assertThat(told).isEqualTo(offered).contains("up", "test");
    }

    @Test
    void linksToWhatExists() throws IOException {
        assertThat(matches("README.md", "\\]\\((?!http)([^)#]+)\\)"))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(ROOT.resolve(link)).exists());
    }

    private static Set<String> matches(String file, String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(ROOT.resolve(file)))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
