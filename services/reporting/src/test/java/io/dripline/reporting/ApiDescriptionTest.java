package io.dripline.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class ApiDescriptionTest {

    /** In the checkout; tests run in the module's directory. */
    private static final Path KEPT = Path.of("../../docs/openapi/reporting.yaml");

    @Test
    void everyDoorSaysThatItMayAskToWait() {
        Map<String, Map<String, Map<String, ?>>> paths =
                given().accept("application/json").get("/q/openapi").path("paths");

        assertThat(paths).isNotEmpty();
        paths.forEach((path, item) -> item.forEach((method, operation) -> {
            Map<?, ?> responses = (Map<?, ?>) operation.get("responses");
            assertThat(responses.containsKey("429")).as("%s %s", method, path).isTrue();
        }));
    }

    /** {@code -Dopenapi.rewrite} writes the file anew; it is then to be looked at and committed. */
    @Test
    void isTheOneThatIsKept() throws IOException {
        byte[] served = given().accept("application/yaml").get("/q/openapi").asByteArray();

        if (System.getProperty("openapi.rewrite") != null) {
            Files.createDirectories(KEPT.getParent());
            Files.write(KEPT, served);
        }
        assertThat(KEPT).content(StandardCharsets.UTF_8).isEqualTo(new String(served, StandardCharsets.UTF_8));
    }
}
