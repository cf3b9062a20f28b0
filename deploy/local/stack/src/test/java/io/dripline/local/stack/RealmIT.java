package io.dripline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The realm file in the real Keycloak: what it says of passwords must let in those that it holds. */
class RealmIT {

    private static final String TOKENS = "/realms/dripline/protocol/openid-connect/token";

    @TempDir
    private Path data;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void everyPersonOfTheFileSignsInByItsPassword() throws Exception {
        var config = StackConfig.of(Checkout.root())
                .withData(data)
                .withPorts(Ports.free())
                .withParts(Set.of(Part.KEYCLOAK));
        var realm = new ObjectMapper()
                .readTree(Checkout.root()
                        .resolve("deploy/local/realm/dripline-realm.json")
                        .toFile());
        var people = new ArrayList<JsonNode>();
        realm.path("users").forEach(user -> {
            if (user.has("credentials")) {
                people.add(user);
            }
        });
        assertThat(people).hasSizeGreaterThan(1);
        try (var stack = new LocalStack(config, Journal.SILENT)) {
            stack.start();
            for (var person : people) {
                var name = person.path("username").asText();
                var password = person.path("credentials").path(0).path("value").asText();

                assertThat(password.length()).as(name).isGreaterThanOrEqualTo(12);
                assertThat(signIn(config, name, password)).as(name).isEqualTo(200);
            }
            assertThat(signIn(config, "officer", "local-offices"))
                    .as("by another")
                    .isEqualTo(400);
        }
    }

    private int signIn(StackConfig config, String name, String password) throws Exception {
        var form = "grant_type=password&client_id=dripline-cli&username=%s&password=%s"
                .formatted(name, URLEncoder.encode(password, StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(config.address(Part.KEYCLOAK) + TOKENS))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
