package io.dripline.reporting.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dripline.contracts.ContractJson;
import io.dripline.contracts.alert.Alert;
import io.dripline.reporting.Servers;
import io.dripline.reporting.caller.StrictJson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class AlertExampleTest {

    @Inject
    ObjectMapper json;

    @Inject
    DescribeAlert describe;

    @Inject
    SummariseAlert summaries;

    @Test
    void showsAnAlertAsItIsAnswered() throws IOException {
        Alert alert = read(AlertExample.DETAIL);

        assertShows(AlertExample.DETAIL, describe.describe(alert));
        assertShows(AlertExample.LIST, List.of(summaries.summarise(alert)));
    }

    @Test
    void showsWhatEachStepThatItShowsLeadsTo() throws IOException {
        Alert raised = read(AlertExample.DETAIL);

        Alert acknowledged = new NextStep.Acknowledge().after(raised, "officer", Instant.parse("2026-11-22T02:00:00Z"));
        Alert assessed = stated(StepExample.ASSESSMENT, NewAssessment.class)
                .read()
                .after(acknowledged, "officer", Instant.parse("2026-11-22T03:00:00Z"));
        Alert closed = stated(StepExample.CLOSURE, NewClosure.class)
                .read()
                .after(assessed, "officer", Instant.parse("2026-11-22T04:00:00Z"));

        assertShows(AlertExample.ACKNOWLEDGED, describe.describe(acknowledged));
        assertShows(AlertExample.ASSESSED, describe.describe(assessed));
        assertShows(AlertExample.CLOSED, describe.describe(closed));
    }

    private void assertShows(String example, Object answered) throws IOException {
        assertThat(json.readTree(json.writeValueAsBytes(answered))).isEqualTo(json.readTree(example));
    }

    private Alert read(String example) throws IOException {
        JsonNode shown = json.readTree(example);
        return ContractJson.read(
                json.writeValueAsBytes(((ObjectNode) shown).put("schema", ContractJson.SCHEMA)), Alert.class);
    }

    private static <T> T stated(String body, Class<T> shape) {
        return StrictJson.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), shape);
    }
}
