package io.dripline.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Where the running local line is, and tokens of its realm. */
public final class LocalLine {

    private static final ObjectMapper JSON = new ObjectMapper();
    // As ./dripline up reads it.
    private static final int OFFSET = Integer.parseInt(System.getenv().getOrDefault("DRIPLINE_PORT_OFFSET", "0"));

    private LocalLine() {}

    /** A port of the line, as documented, where it really is. */
    public static int port(int documented) {
        return documented + OFFSET;
    }

    /** An address on one of its ports. */
    public static URI uri(int documented, String path) {
        return URI.create("http://127.0.0.1:" + port(documented) + path);
    }

    /** The JDBC address of a database of its PostgreSQL, which trusts this machine's {@code postgres}. */
    public static String database(String name) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable&gssEncMode=disable".formatted(port(15432), name);
    }

    /** Its broker. */
    public static String kafka() {
        return "127.0.0.1:" + port(19092);
    }

    /**
     * A token of a clinic's own system.
     *
     * @throws IllegalStateException if the realm gives none
     */
    public static String ofClinic(HttpClient http, String clinic) throws IOException, InterruptedException {
        return token(
                http, "grant_type=client_credentials&client_id=%s&client_secret=local-%s".formatted(clinic, clinic));
    }

    /**
     * A token of a person.
     *
     * @throws IllegalStateException if the realm gives none
     */
    public static String ofPerson(HttpClient http, String person) throws IOException, InterruptedException {
        return token(
                http,
                "grant_type=password&client_id=dripline-cli&username=%s&password=local-%s".formatted(person, person));
    }

    private static String token(HttpClient http, String form) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri(8180, "/realms/dripline/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    "Keycloak answered " + answer.statusCode() + "; is './dripline up' running?");
        }
        return JSON.readTree(answer.body()).get("access_token").asText();
    }
}
