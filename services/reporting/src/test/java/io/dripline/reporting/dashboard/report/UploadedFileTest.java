package io.dripline.reporting.dashboard.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an uploaded file lies while it is read, and that nothing of it stays. */
class UploadedFileTest {

    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
    private static final String LONG = "a,b\n".repeat(50_000);

    private Set<Path> before;

    @BeforeEach
    void whatIsThere() throws IOException {
        before = Set.copyOf(uploads());
    }

    @Test
    void aLongOneLiesInADirectoryOfItsOwnUntilItIsClosed() throws IOException {
        try (UploadedFile file = read(part("file\"; filename=\"s.csv", LONG) + part("zone", "Asia/Tokyo"))) {
            List<Path> own = own();
            assertThat(own).hasSize(1);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own.getFirst())))
                    .isEqualTo("rwx------");
            try (Stream<Path> files = Files.list(own.getFirst())) {
                assertThat(files).hasSize(1);
            }
            assertThat(new String(file.open().readAllBytes(), UTF_8)).isEqualTo(LONG);
            assertThat(file.zone()).isEqualTo("Asia/Tokyo");
        }

        assertThat(own()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 100_000})
    void aZoneThatNoneIsCalledIsRefusedUnread(int length) throws IOException {
        String body = part("file\"; filename=\"s.csv", LONG) + part("zone", "x".repeat(length));

        assertThatThrownBy(() -> read(body))
                .isInstanceOf(HttpProblem.class)
                .hasMessageContaining("expected a time zone of at most 100 characters");
        assertThat(own()).isEmpty();
    }

    @Test
    void whatIsNoFormLeavesNothingBehind() throws IOException {
        assertThatThrownBy(() -> read(part("file\"; filename=\"s.csv", LONG) + part("clinic", "north")))
                .isInstanceOf(HttpProblem.class);
        assertThat(own()).isEmpty();
    }

    private static UploadedFile read(String parts) {
        return UploadedFile.read(
                "multipart/form-data; boundary=part",
                new ByteArrayInputStream((parts + "--part--\r\n").getBytes(UTF_8)));
    }

    private static String part(String name, String content) {
        return "--part\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, content);
    }

    private List<Path> own() throws IOException {
        return uploads().stream().filter(path -> !before.contains(path)).toList();
    }

    private static List<Path> uploads() throws IOException {
        try (Stream<Path> all = Files.list(TEMPORARY)) {
            return all.filter(path -> path.getFileName().toString().startsWith(UploadedFile.DIRECTORY))
                    .toList();
        }
    }
}
