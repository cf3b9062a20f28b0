package io.dripline.incidence.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

/** HTTPS alone, and a certificate of whoever asks: by the settings that docs/operating.md names, in a build like any other. */
@QuarkusTest
@TestProfile(MutualTlsTest.Encrypted.class)
class MutualTlsTest {

    /** Keys by the script that makes them for an installation. */
    public static final class Encrypted implements QuarkusTestProfile {

        static final Path KEYS = Path.of("target", "keys", "ours").toAbsolutePath();

        @Override
        public Map<String, String> getConfigOverrides() {
            certificates(KEYS, "incidence", "caller");
            certificates(KEYS.resolveSibling("elsewhere"), "caller");
            return Map.of(
                    "quarkus.tls.key-store.pem.0.cert",
                    KEYS.resolve("incidence/incidence.crt").toString(),
                    "quarkus.tls.key-store.pem.0.key",
                    KEYS.resolve("incidence/incidence.key").toString(),
                    "quarkus.tls.trust-store.pem.certs",
                    KEYS.resolve("incidence/ca.crt").toString(),
                    "quarkus.http.insecure-requests",
                    "disabled",
                    "quarkus.http.test-ssl-port",
                    "0",
                    "dripline.tls.client-certificates",
                    "true");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(BrokerForService.class));
        }

        private static void certificates(Path directory, String... parts) {
            try {
                var command = new ArrayList<>(
                        List.of("bash", "../../deploy/images/tls/certificates.sh", directory.toString()));
                command.addAll(List.of(parts));
                var process =
                        new ProcessBuilder(command).redirectErrorStream(true).start();
                var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (process.waitFor() != 0) {
                    throw new IllegalStateException("certificates.sh (it needs bash and openssl): " + said);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    @TestHTTPResource(value = "/q/openapi", tls = true)
    URI description;

    @Test
    void whoShowsACertificateOfOursIsAnsweredAndToldToStayWithTls() throws Exception {
        var answer = ask(client(Encrypted.KEYS));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("max-age="));
    }

    @Test
    void whoShowsNoneOrAStrangersIsNot() throws Exception {
        var withoutOne = client(null);
        var strangers = client(Encrypted.KEYS.resolveSibling("elsewhere"));

        assertThatThrownBy(() -> ask(withoutOne)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ask(strangers)).isInstanceOf(IOException.class);
    }

    private HttpResponse<String> ask(HttpClient client) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(description).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** @param keys where the caller's certificate lies; null for a caller who has none */
    private static HttpClient client(Path keys) throws GeneralSecurityException, IOException {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", certificate(Encrypted.KEYS.resolve("trust/ca.crt")));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        KeyManager[] own = null;
        if (keys != null) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("caller", key(keys.resolve("caller/caller.key")), new char[0], new Certificate[] {
                certificate(keys.resolve("caller/caller.crt"))
            });
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, new char[0]);
            own = managers.getKeyManagers();
        }
        var context = SSLContext.getInstance("TLS");
        context.init(own, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static Certificate certificate(Path file) throws GeneralSecurityException, IOException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file)));
    }

    private static PrivateKey key(Path file) throws GeneralSecurityException, IOException {
        var base64 = Files.readString(file).replaceAll("-----.*-----|\\s", "");
        return KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }
}
