package io.dripline.local.training;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An issuer of tokens in place of Keycloak, which takes longer to start than all the services: its description, its keys, and tokens for
 * whoever asks, a clinic by its client id and an officer otherwise. The key is its own and is gone when it ends.
 */
final class TrialIssuer implements AutoCloseable {

    private static final String KEY_ID = "trial";
    private static final Duration VALID = Duration.ofMinutes(10);

    private final String name;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final KeyPair keys;

    /**
     * Starts it.
     *
     * @param address the realm's, with a port of this machine
     */
    TrialIssuer(String address) {
        name = address;
        URI realm = URI.create(address);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), realm.getPort()), 0);
        } catch (IOException busy) {
            throw new UncheckedIOException("cannot listen at " + address, busy);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        server.setExecutor(threads);
        server.createContext(
                realm.getPath() + "/.well-known/openid-configuration", exchange -> answer(exchange, description()));
        server.createContext(
                realm.getPath() + "/protocol/openid-connect/certs", exchange -> answer(exchange, keySet()));
        server.createContext(realm.getPath() + "/protocol/openid-connect/token", exchange -> {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            answer(exchange, granted(form));
        });
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private String description() {
        return """
            {"issuer": "%1$s", "authorization_endpoint": "%1$s/protocol/openid-connect/auth",
             "token_endpoint": "%1$s/protocol/openid-connect/token", "jwks_uri": "%1$s/protocol/openid-connect/certs",
             "end_session_endpoint": "%1$s/protocol/openid-connect/logout",
             "response_types_supported": ["code"], "subject_types_supported": ["public"],
             "id_token_signing_alg_values_supported": ["RS256"]}
            """.formatted(name);
    }

    private String keySet() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return """
            {"keys": [{"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "%s", "n": "%s", "e": "%s"}]}
            """.formatted(KEY_ID, number(key.getModulus()), number(key.getPublicExponent()));
    }

    private String granted(String form) {
        String clinic = Arrays.stream(form.split("&", -1))
                .filter(field -> field.startsWith("client_id=clinic-"))
                .map(field -> field.substring("client_id=".length()))
                .findFirst()
                .orElse("");
        String caller = clinic.isEmpty()
                ? "\"preferred_username\": \"officer\", \"realm_access\": {\"roles\": [\"safety-officer\"]}"
                : "\"azp\": \"%1$s\", \"clinic_id\": \"%1$s\", \"realm_access\": {\"roles\": [\"clinic\"]}"
                        .formatted(clinic);
        Instant now = Instant.now();
        return """
            {"access_token": "%s", "expires_in": %d, "token_type": "Bearer"}
            """.formatted(
                signed("""
                {"iss": "%s", "aud": "dripline", "sub": "trial", "iat": %d, "exp": %d, %s}
                """.formatted(name, now.getEpochSecond(), now.plus(VALID).getEpochSecond(), caller)),
                VALID.toSeconds());
    }

    private String signed(String claims) {
        String head = "{\"alg\": \"RS256\", \"typ\": \"JWT\", \"kid\": \"" + KEY_ID + "\"}";
        String text =
                base64(head.getBytes(StandardCharsets.UTF_8)) + "." + base64(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + base64(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Without the sign's zero byte, which is no part of the number. */
    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return base64(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
