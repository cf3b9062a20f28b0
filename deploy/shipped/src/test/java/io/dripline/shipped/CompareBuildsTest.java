package io.dripline.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareBuildsTest {

    private static final LocalDateTime TIME = LocalDateTime.of(2026, 11, 22, 0, 0);

    @TempDir
    private Path directory;

    @Test
    void findsNothingWhereAllIsTheSame() throws IOException {
        assertThat(differences(jar("one", TIME, "a=1", "b=2"), jar("other", TIME, "a=1", "b=2")))
                .isEmpty();
    }

    @Test
    void namesTheEntriesThatDifferInContentOrTimeOrAreMissing() throws IOException {
        assertThat(differences(jar("one", TIME, "a=1", "b=2"), jar("other", TIME, "a=1", "b=3", "c=4")))
                .containsExactly("x.jar: 2 entries: b, c");
        assertThat(differences(jar("one", TIME, "a=1"), jar("other", TIME.plusSeconds(2), "a=1")))
                .containsExactly("x.jar: 1 entries: a");
    }

    @Test
    void tellsAnotherOrderFromOtherContent() throws IOException {
        assertThat(differences(jar("one", TIME, "a=1", "b=2"), jar("other", TIME, "b=2", "a=1")))
                .containsExactly("x.jar: the same entries in another order");
    }

    @Test
    void namesFilesThatOneHasAloneAndOthersThatDiffer() throws IOException {
        Path one = Files.writeString(directory.resolve("one.dat"), "1");
        Path other = Files.writeString(directory.resolve("other.dat"), "2");

        assertThat(CompareBuilds.differences(Map.of("a.dat", one, "b.dat", one), Map.of("b.dat", other, "c.dat", one)))
                .containsExactly("a.dat: only in the first", "b.dat: differs", "c.dat: only in the second");
    }

    @Test
    void wantsOfGeneratedClassesTheNamesAlone() throws IOException {
        Path one = jar("one", TIME, "a=1", "b=2");

        assertThat(CompareBuilds.differences(
                        Map.of(CompareBuilds.GENERATED, one),
                        Map.of(CompareBuilds.GENERATED, jar("other", TIME, "a=3", "b=2"))))
                .isEmpty();
        assertThat(CompareBuilds.differences(
                        Map.of(CompareBuilds.GENERATED, one),
                        Map.of(CompareBuilds.GENERATED, jar("third", TIME, "a=1", "c=2"))))
                .containsExactly("quarkus/generated-bytecode.jar: other classes");
    }

    private static List<String> differences(Path one, Path other) throws IOException {
        return CompareBuilds.differences(Map.of("x.jar", one), Map.of("x.jar", other));
    }

    private Path jar(String name, LocalDateTime time, String... entries) throws IOException {
        Path jar = directory.resolve(name + ".jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String entry : entries) {
                ZipEntry added = new ZipEntry(entry.replaceFirst("=.*", ""));
                added.setTimeLocal(time);
                out.putNextEntry(added);
                out.write(entry.replaceFirst(".*=", "").getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}
