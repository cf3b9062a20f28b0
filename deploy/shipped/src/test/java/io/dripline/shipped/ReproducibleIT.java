package io.dripline.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would make the next build another one, wherever and whenever it is made. */
class ReproducibleIT {

    private static final LocalDateTime TIME =
            LocalDateTime.ofInstant(Instant.parse(System.getProperty("output-timestamp")), ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(strings = {"intake", "classification", "incidence", "reporting"})
    void everyEntryOfOurJarsHasTheOneTimeWhateverTheClockSays(String service) throws IOException {
        Set<String> others = new TreeSet<>();
        for (Path jar : ServiceFiles.of(Checkout.ROOT, service).ownJars()) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                zip.stream()
                        .filter(entry -> !entry.getTimeLocal().equals(TIME))
                        .forEach(entry -> others.add(
                                "%s of %s: %s".formatted(entry.getName(), jar.getFileName(), entry.getTimeLocal())));
            }
        }

        assertThat(others).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "classification", "incidence", "reporting"})
    void nothingInOurJarsTellsWhereTheyWereMade(String service) throws IOException {
        // Of the root alone a name of a package may be a part: /dripline.
        List<String> places = Stream.of("services", "domain", "deploy")
                .map(room -> Checkout.ROOT.resolve(room).toString())
                .toList();
        List<String> tell = new ArrayList<>();
        for (Path jar : ServiceFiles.of(Checkout.ROOT, service).ownJars()) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                for (ZipEntry entry : zip.stream().toList()) {
                    String content = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
                    if (places.stream().anyMatch(content::contains)) {
                        tell.add(entry.getName() + " of " + jar.getFileName());
                    }
                }
            }
        }

        assertThat(tell).isEmpty();
    }
}
