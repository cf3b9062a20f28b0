package io.dripline.reporting.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dripline.contracts.ContractJson;
import io.dripline.contracts.alert.Alert;
import io.dripline.reporting.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class AlertExampleTest {

    @Inject
    ObjectMapper json;

    @Test
    void showsAnAlertAsItIsAnswered() throws IOException {
        JsonNode shown = json.readTree(AlertExample.DETAIL);
        Alert alert = ContractJson.read(
                json.writeValueAsBytes(((ObjectNode) shown.deepCopy()).put("schema", ContractJson.SCHEMA)),
                Alert.class);

        assertThat(json.readTree(json.writeValueAsBytes(AlertDetail.of(alert)))).isEqualTo(shown);
        assertThat(json.readTree(json.writeValueAsBytes(List.of(AlertSummary.of(alert)))))
                .isEqualTo(json.readTree(AlertExample.LIST));
    }
}
