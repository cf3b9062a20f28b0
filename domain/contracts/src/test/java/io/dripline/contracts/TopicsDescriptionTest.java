package io.dripline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.deadletter.DeadLetter;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.session.ReportedSession;
import io.dripline.contracts.tally.ClinicWeek;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The description of the topics says what {@link Topics} and the frozen payloads say. */
class TopicsDescriptionTest {

    private static final TopicsDescription DESCRIPTION = TopicsDescription.read();
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, Class<?>> RECORD_OF_TABLE = Map.of(
            Topics.SESSIONS_REPORTED, ReportedSession.class,
            Topics.SESSIONS_CODED, CodedSession.class,
            Topics.INCIDENCE, CellShare.class,
            Topics.ALERTS, Alert.class,
            Topics.CLINIC_WEEKS, ClinicWeek.class);

    /** What a payload that a later build wrote has beyond today's. */
    private static final String LATER = "someFieldOfALaterBuild";

    private record Channel(int partitions, Map<String, String> config, List<String> messages) {}

    @Test
    void describesEveryTopicAsItIsMadeAndNoOther() {
        Map<String, Channel> expected = new LinkedHashMap<>();
        Topics.TABLES.forEach(table -> expected.put(
                table,
                new Channel(
                        Topics.PARTITIONS,
                        Topics.TABLE_CONFIG,
                        List.of(RECORD_OF_TABLE.get(table).getSimpleName()))));
        Topics.DEAD_LETTERS.forEach(dead ->
                expected.put(dead, new Channel(Topics.PARTITIONS, Topics.DEAD_LETTER_CONFIG, List.of("DeadLetter"))));

        Map<String, Channel> described = new LinkedHashMap<>();
        DESCRIPTION
                .channels()
                .forEach(channel -> described.put(channel.get("address").textValue(), channel(channel)));

        assertThat(described).isEqualTo(expected);
    }

    @Test
    void namesFieldsThatDecideThePartitionAndTheNewestRecord() {
        DESCRIPTION.channels().forEach(channel -> {
            String message = channel.get("messages").fieldNames().next();
            String schema = message.equals("DeadLetter") ? "DeadLetterHeaders" : message;
            assertThat(required(schema))
                    .contains(channel.get("x-partitioned-by").textValue());
            channel.path("x-newest-by").forEach(field -> {
                assertThat(required(schema)).contains(field.textValue());
                assertThat(DESCRIPTION
                                .schemas()
                                .at("/%s/properties/%s/type".formatted(schema, field.textValue()))
                                .textValue())
                        .isEqualTo("integer");
            });
            assertThat(channel.has("x-newest-by")).isEqualTo(!message.equals("DeadLetter"));
        });
    }

    @Test
    void everyTopicIsWrittenByOneServiceAndEveryTableButAlertsIsRead() {
        Map<String, List<String>> channelsByAction = new LinkedHashMap<>();
        DESCRIPTION
                .document()
                .get("operations")
                .forEach(operation -> channelsByAction
                        .computeIfAbsent(operation.get("action").textValue(), action -> new ArrayList<>())
                        .add(DESCRIPTION
                                .at(operation.at("/channel/$ref").textValue())
                                .path("address")
                                .textValue()));

        assertThat(channelsByAction.get("send"))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(Topics.TABLES.stream(), Topics.DEAD_LETTERS.stream())
                        .toList());
        assertThat(channelsByAction.get("receive").stream().map(Topics::deadLettersOf))
                .containsExactlyInAnyOrderElementsOf(Topics.DEAD_LETTERS);
    }

    @Test
    void refersToNothingThatIsMissing() {
        assertThat(DESCRIPTION.document().findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(
                        ref -> assertThat(DESCRIPTION.at(ref).isMissingNode()).isFalse());
    }

    @Test
    void showsEveryFrozenPayloadAndNoOther() throws IOException {
        List<JsonNode> frozen = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("src/test/resources/frozen/v1"))) {
            for (Path file : files) {
                ObjectNode payload = (ObjectNode) JSON.readTree(file.toFile());
                payload.remove(LATER);
                frozen.add(payload);
            }
        }

        assertThat(examples().map(example -> (JsonNode) example.get()[1])).containsExactlyInAnyOrderElementsOf(frozen);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsValidAndRead(Class<?> type, JsonNode payload) throws IOException {
        assertThat(DESCRIPTION.violations(type.getSimpleName(), payload)).isEmpty();
        assertThat(ContractJson.read(JSON.writeValueAsBytes(payload), type)).isInstanceOf(type);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aFieldThatNothingDescribesIsNotValid(Class<?> type, JsonNode payload) {
        JsonNode withAnother = ((ObjectNode) payload.deepCopy()).put(LATER, true);

        assertThat(DESCRIPTION.violations(type.getSimpleName(), withAnother))
                .singleElement()
                .satisfies(violation -> assertThat(violation.getProperty()).isEqualTo(LATER));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aPayloadWithoutARequiredFieldIsNotValid(Class<?> type, JsonNode payload) {
        assertThat(required(type.getSimpleName())).isNotEmpty().allSatisfy(field -> {
            JsonNode without = ((ObjectNode) payload.deepCopy()).without(field);
            assertThat(DESCRIPTION.violations(type.getSimpleName(), without)).hasSize(1);
        });
    }

    @Test
    void describesTheHeadersOfADeadLetter() {
        JsonNode example = DESCRIPTION.messages().at("/DeadLetter/examples/0/headers");
        DeadLetter letter = DeadLetter.of(name ->
                        example.has(name) ? example.get(name).textValue().getBytes(StandardCharsets.UTF_8) : null)
                .orElseThrow();
        Map<String, String> written = new LinkedHashMap<>();
        letter.headers().forEach((name, value) -> written.put(name, new String(value, StandardCharsets.UTF_8)));

        assertThat(JSON.<JsonNode>valueToTree(written)).isEqualTo(example);
        assertThat(DESCRIPTION.violations("DeadLetterHeaders", example)).isEmpty();
        assertThat(DESCRIPTION.schemas().at("/DeadLetterHeaders/properties").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(written.keySet());
        assertThat(required("DeadLetterHeaders")).containsExactlyElementsOf(written.keySet());
    }

    static Stream<Arguments> examples() {
        return RECORD_OF_TABLE.values().stream()
                .flatMap(type -> StreamSupport.stream(
                                DESCRIPTION
                                        .messages()
                                        .at("/%s/examples".formatted(type.getSimpleName()))
                                        .spliterator(),
                                false)
                        .map(example -> Arguments.of(type, example.get("payload"))));
    }

    private static Channel channel(JsonNode channel) {
        JsonNode kafka = channel.at("/bindings/kafka");
        Map<String, String> config = new LinkedHashMap<>();
        kafka.get("topicConfiguration")
                .properties()
                .forEach(entry -> config.put(entry.getKey(), configured(entry.getValue())));
        List<String> messages = new ArrayList<>();
        channel.get("messages")
                .forEach(
                        message -> messages.add(message.get("$ref").textValue().replace("#/components/messages/", "")));
        return new Channel(kafka.get("partitions").intValue(), config, messages);
    }

    private static String configured(JsonNode value) {
        return StreamSupport.stream((value.isArray() ? value : List.of(value)).spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(","));
    }

    private static List<String> required(String schema) {
        List<String> required = new ArrayList<>();
        DESCRIPTION.schemas().at("/%s/required".formatted(schema)).forEach(field -> required.add(field.textValue()));
        return required;
    }
}
