package io.dripline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose people clinics' people are: the realm, the README and the text at the start of the stack tell the same. */
class RealmTest {

    private final JsonNode realm = read();

    @ParameterizedTest
    @ValueSource(strings = {"north", "south", "east"})
    void aClinicsPersonHasTheRoleAndTheClinicOfTheirGroupAlone(String side) {
        JsonNode group = named(realm.get("groups"), "name", "clinic-" + side);
        JsonNode person = named(realm.get("users"), "username", "nurse-" + side);

        assertThat(texts(group.at("/attributes/clinic_id"))).containsExactly("clinic-" + side);
        assertThat(texts(group.get("realmRoles"))).containsExactly("clinic");
        assertThat(texts(person.get("groups"))).containsExactly("/clinic-" + side);
        assertThat(person.has("realmRoles")).isFalse();
        assertThat(person.has("attributes")).isFalse();
        assertThat(person.at("/credentials/0/value").asText()).isEqualTo("local-nurse-" + side);
        // The machine of the same clinic.
        assertThat(named(realm.get("clients"), "clientId", "clinic-" + side).isMissingNode())
                .isFalse();
    }

    /** Without it a token has the role and says of no clinic. */
    @ParameterizedTest
    @ValueSource(strings = {"dripline-reporting", "dripline-cli"})
    void whatPeopleSignInByPutsTheirClinicIntoTheAccessTokenAlone(String client) {
        JsonNode mapper =
                named(named(realm.get("clients"), "clientId", client).get("protocolMappers"), "name", "clinic-id");

        assertThat(mapper.at("/protocolMapper").asText()).isEqualTo("oidc-usermodel-attribute-mapper");
        assertThat(mapper.at("/config/user.attribute").asText()).isEqualTo("clinic_id");
        assertThat(mapper.at("/config/claim.name").asText()).isEqualTo("clinic_id");
        assertThat(mapper.at("/config/access.token.claim").asText()).isEqualTo("true");
        assertThat(mapper.at("/config/id.token.claim").asText()).isEqualTo("false");
    }

    @Test
    void everyPersonIsNamedInTheReadmeAndAtTheStart() throws IOException {
        var readme = Files.readString(Checkout.root().resolve("README.md"));
        var welcome = Files.readString(
                Checkout.root().resolve("deploy/local/stack/src/main/java/io/dripline/local/stack/Welcome.java"));
        var people = StreamSupport.stream(realm.get("users").spliterator(), false)
                .map(user -> user.get("username").asText())
                .filter(name -> !name.startsWith("service-account-"))
                .toList();

        assertThat(people).hasSize(5).allSatisfy(name -> {
            assertThat(readme).contains("`" + name + "`");
            assertThat(welcome).contains(name);
        });
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper()
                    .readTree(Checkout.root()
                            .resolve("deploy/local/realm/dripline-realm.json")
                            .toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode named(JsonNode all, String key, String name) {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.path(key).asText().equals(name))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
