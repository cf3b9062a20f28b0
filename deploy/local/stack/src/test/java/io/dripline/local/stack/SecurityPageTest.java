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

/** The page of threats names tests; each of them exists. */
class SecurityPageTest {

    private static final Path ROOT = Checkout.root();
    private static final Pattern TEST_CLASS = Pattern.compile("`([A-Z][A-Za-z]+(?:Test|IT|Journey))`");

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        Set<String> named = TEST_CLASS
                .matcher(Files.readString(ROOT.resolve("docs/security.md")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThan(20).isSubsetOf(testClasses());
    }

    /** A threat has a control, and a control a test. */
    @Test
    void everyRowHasATest() throws IOException {
        var page = Files.readString(ROOT.resolve("docs/security.md"));
        var table = page.substring(page.indexOf("## Threats"), page.indexOf("## What stays open"));

        assertThat(table.lines().filter(line -> line.matches("\\| \\d.*")))
                .hasSizeGreaterThan(20)
                .allMatch(row -> TEST_CLASS.matcher(row).find());
    }

    private static Set<String> testClasses() throws IOException {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().contains("/src/test/java/"))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}
