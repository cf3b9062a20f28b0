package io.dripline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an image's build sees stays in its layers and in the engine's cache: the sources alone, whatever else lies beside them. */
class DockerIgnoreTest {

    private static final Path ROOT = Checkout.root();

    @Test
    void nothingGetsInThatIsNotNamed() throws IOException {
        List<String> rules = Files.readAllLines(ROOT.resolve(".dockerignore")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();

        assertThat(rules).first().isEqualTo("*");
        assertThat(rules.indexOf("**/.env*"))
                .as("taken out again of what was let in")
                .isGreaterThan(rules.indexOf("!bench"));
        assertThat(rules.stream().filter(rule -> rule.startsWith("!")).map(rule -> rule.substring(1)))
                .containsExactlyInAnyOrderElementsOf(
                        Set.of(".mvn", "pom.xml", "domain", "services", "deploy", "bench"));
    }

    @Test
    void everyModuleIsThereForMavenToRead() throws IOException {
        List<String> rules = Files.readAllLines(ROOT.resolve(".dockerignore"));

        List<String> modules = Files.readAllLines(ROOT.resolve("pom.xml")).stream()
                .filter(line -> line.contains("<module>"))
                .map(line -> line.replaceAll(".*<module>([^/<]+).*", "$1"))
                .toList();

        assertThat(modules).isNotEmpty().allSatisfy(module -> assertThat(rules).contains("!" + module));
    }
}
