package io.dripline.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who looks for a feature finds its package in the README. */
class ReadmeTest {

    private static final Path SOURCES = Path.of("src/main/java/io/dripline/reporting");

    @ParameterizedTest
    @ValueSource(strings = {"", "dashboard"})
    void namesEveryPackage(String parent) throws IOException {
        List<String> table = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();

        try (Stream<Path> packages = Files.list(SOURCES.resolve(parent))) {
            assertThat(packages.filter(Files::isDirectory)
                            .map(path -> "`%s`".formatted(path.getFileName()))
                            .sorted())
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(table).anyMatch(line -> line.contains(name)));
        }
    }
}
