package io.dripline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that makes the keys of an installation (it needs bash and openssl). */
class CertificatesTest {

    private static final Path SCRIPT = Checkout.root().resolve("deploy/images/tls/certificates.sh");

    @TempDir
    private Path directory;

    @Test
    void aPartsDirectoryHoldsItsOwnKeyAndTheAuthoritysStaysApart() throws Exception {
        assertThat(make("intake", "kafka").code()).isZero();

        assertThat(files("intake")).containsExactly("ca.crt", "intake.crt", "intake.key", "intake.pem");
        assertThat(files("kafka")).containsExactly("ca.crt", "kafka.crt", "kafka.key", "kafka.pem");
        assertThat(files("trust")).containsExactly("ca.crt");
        assertThat(files("authority")).contains("ca.key");
    }

    @Test
    void whatIsThereStays() throws Exception {
        make("intake");
        var key = Files.readString(directory.resolve("intake/intake.key"));

        make("intake", "kafka");

        assertThat(directory.resolve("intake/intake.key")).hasContent(key);
        assertThat(directory.resolve("kafka/ca.crt")).hasSameTextualContentAs(directory.resolve("intake/ca.crt"));
    }

    /** As the compose file advises: another authority would be one that nobody trusts. */
    @Test
    void withoutTheAuthoritysKeyNothingChangesAndNothingIsMade() throws Exception {
        make("intake");
        var authority = Files.readString(directory.resolve("trust/ca.crt"));
        Files.delete(directory.resolve("authority/ca.key"));

        assertThat(make("intake").code()).isZero();
        var refused = make("intake", "kafka");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.said()).contains("kafka needs a new certificate", "put authority/ca.key back");
        assertThat(directory.resolve("trust/ca.crt")).hasContent(authority);
    }

    private record Ended(int code, String said) {}

    private Ended make(String... parts) throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of("bash", SCRIPT.toString(), directory.toString()), Stream.of(parts))
                .toList();
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        return new Ended(process.waitFor(), said);
    }

    private List<String> files(String part) throws IOException {
        try (var files = Files.list(directory.resolve(part))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
