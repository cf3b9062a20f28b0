package io.dripline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.deadletter.DeadLetterCause;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.session.ReportedSession;
import io.dripline.contracts.tally.ClinicWeek;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The schemas of the description are those of the records: every component, its type, whether it must be there, its range. */
class RecordsDescriptionTest {

    private static final TopicsDescription DESCRIPTION = TopicsDescription.read();

    /** One of each kind of record, as the frozen payloads hold them. */
    private static final Map<Class<?>, Record> SAMPLES = new LinkedHashMap<>();

    @BeforeAll
    static void collectSamples() throws IOException {
        collect(frozen("session-reported", ReportedSession.class));
        collect(frozen("session-coded", CodedSession.class));
        collect(frozen("session-coded-meddra", CodedSession.class));
        collect(frozen("cell-share", CellShare.class));
        collect(frozen("alert", Alert.class));
        collect(frozen("alert-superseded", Alert.class));
        collect(frozen("alert-trajectory", Alert.class));
        collect(frozen("clinic-week", ClinicWeek.class));
    }

    @Test
    void everyComponentHasItsType() {
        SAMPLES.keySet().forEach(record -> {
            JsonNode schema = schemaOf(record);
            ObjectNode expected = JsonNodeFactory.instance.objectNode();
            for (RecordComponent component : record.getRecordComponents()) {
                expected.set(component.getName(), typeOf(component));
            }
            ObjectNode described = schema.get("properties").deepCopy();
            described.forEach(
                    property -> ((ObjectNode) property).remove(List.of("description", "minimum", "maximum", "enum")));

            assertThat(described).as(record.getSimpleName()).isEqualTo(expected);
            assertThat(schema.get("type").textValue()).isEqualTo("object");
            assertThat(schema.get("additionalProperties").booleanValue()).isFalse();
        });
    }

    /** Required is what has no value in the record when it is absent, unless the record says that it may have none. */
    @Test
    void aComponentIsRequiredWhereNothingStandsInForIt() {
        SAMPLES.forEach((record, sample) -> {
            List<String> required = Arrays.stream(record.getRecordComponents())
                    .filter(component -> mustBeThere(component, sample))
                    .map(RecordComponent::getName)
                    .toList();

            assertThat(textsOf(schemaOf(record).path("required")))
                    .as(record.getSimpleName())
                    .isEqualTo(required);
        });
    }

    @Test
    void aNumberHasTheRangeThatItsRecordAccepts() {
        SAMPLES.forEach((record, sample) -> {
            for (RecordComponent component : record.getRecordComponents()) {
                JsonNode property = schemaOf(record).at("/properties/" + component.getName());
                if (component.getType() == int.class || component.getType() == long.class) {
                    long below = property.path("minimum").asLong(0) - 1;
                    Object value = component.getType() == int.class ? (Object) (int) below : (Object) below;
                    assertThat(accepts(sample, component, value))
                            .as("%s.%s = %s", record.getSimpleName(), component.getName(), value)
                            .isEqualTo(!property.has("minimum"));
                } else if (component.getType() == double.class) {
                    double below = Math.nextDown(property.path("minimum").asDouble(0));
                    double above = Math.nextUp(property.path("maximum").asDouble(1));
                    assertThat(accepts(sample, component, below)).isEqualTo(!property.has("minimum"));
                    assertThat(accepts(sample, component, above)).isEqualTo(!property.has("maximum"));
                }
            }
        });
    }

    /** Words that are no enum of Java, for they are written as catalogue and pages have them. */
    @Test
    void aWordThatIsOneOfAFewIsOneThatItsRecordAccepts() {
        List<String> found = new ArrayList<>();
        SAMPLES.forEach((record, sample) -> {
            for (RecordComponent component : record.getRecordComponents()) {
                JsonNode words = schemaOf(record).at("/properties/" + component.getName() + "/enum");
                if (!words.isMissingNode()) {
                    found.add(component.getName());
                    assertThat(textsOf(words)).allMatch(word -> accepts(sample, component, word));
                    assertThat(accepts(sample, component, "another")).isFalse();
                }
            }
        });
        assertThat(found).containsExactly("nullWindow");
    }

    @Test
    void everyEnumHasItsValues() {
        enums().forEach(type -> {
            JsonNode schema = schemaOf(type);
            assertThat(textsOf(schema.get("enum")))
                    .as(type.getSimpleName())
                    .isEqualTo(Arrays.stream(type.getEnumConstants())
                            .map(value -> ((Enum<?>) value).name())
                            .toList());
            assertThat(schema.get("type").textValue()).isEqualTo("string");
        });
    }

    @Test
    void theSchemaVersionIsTheOneThatIsWritten() {
        assertThat(DESCRIPTION.schemas().at("/SchemaVersion/const").intValue()).isEqualTo(ContractJson.SCHEMA);
    }

    @Test
    void nothingElseIsDescribed() {
        TreeSet<String> names = new TreeSet<>(
                List.of("SchemaVersion", "IsoWeek", "ReportHeaders", "DeadLetterHeaders", "CellShareHeaders"));
        Stream.concat(SAMPLES.keySet().stream(), enums())
                .map(Class::getSimpleName)
                .forEach(names::add);

        assertThat(DESCRIPTION.schemas().fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(names);
    }

    private static Stream<Class<?>> enums() {
        return Stream.concat(
                        Stream.of(DeadLetterCause.class),
                        SAMPLES.keySet().stream()
                                .flatMap(record -> Arrays.stream(record.getRecordComponents()))
                                .map(RecordComponent::getGenericType)
                                .map(type ->
                                        type instanceof ParameterizedType of ? of.getActualTypeArguments()[0] : type)
                                .map(type -> (Class<?>) type)
                                .filter(Class::isEnum))
                .distinct();
    }

    private static JsonNode typeOf(RecordComponent component) {
        if (component.getName().equals("schema")) {
            return reference("SchemaVersion");
        }
        JsonNode type = typeOf(component.getGenericType());
        if (mayBeNullButNotAbsent(component)) {
            ((ObjectNode) type).putArray("type").add("string").add("null");
        }
        return type;
    }

    private static JsonNode typeOf(Type type) {
        if (type instanceof ParameterizedType of && of.getRawType() == List.class) {
            return scalar("array", null).set("items", typeOf(of.getActualTypeArguments()[0]));
        }
        if (type instanceof ParameterizedType of && of.getRawType() == Map.class) {
            return scalar("object", null).set("additionalProperties", typeOf(of.getActualTypeArguments()[1]));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum() || plain.isRecord()) {
            return reference(plain.getSimpleName());
        }
        return switch (plain.getSimpleName()) {
            case "String" -> scalar("string", null);
            case "UUID" -> scalar("string", "uuid");
            case "Instant", "OffsetDateTime" -> scalar("string", "date-time");
            case "boolean", "Boolean" -> scalar("boolean", null);
            case "int", "Integer" -> scalar("integer", "int32");
            case "long" -> scalar("integer", "int64");
            case "double", "Double" -> scalar("number", "double");
            default -> throw new AssertionError("no schema is known for " + plain);
        };
    }

    private static ObjectNode scalar(String type, @Nullable String format) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", type);
        return format == null ? schema : schema.put("format", format);
    }

    private static ObjectNode reference(String schema) {
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/" + schema);
    }

    private static boolean mustBeThere(RecordComponent component, Record sample) {
        if (mayBeNullButNotAbsent(component)) {
            return true;
        }
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return false;
        }
        if (component.getType().isPrimitive()) {
            return true;
        }
        try {
            return valueOf(component, with(sample, component, null)) == null;
        } catch (InvocationTargetException refused) {
            return true;
        }
    }

    private static boolean mayBeNullButNotAbsent(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property != null && property.required();
    }

    private static boolean accepts(Record sample, RecordComponent component, Object value) {
        try {
            with(sample, component, value);
            return true;
        } catch (InvocationTargetException refused) {
            assertThat(refused).hasCauseInstanceOf(IllegalArgumentException.class);
            return false;
        }
    }

    /** The record with one component changed. */
    private static Record with(Record sample, RecordComponent changed, @Nullable Object value)
            throws InvocationTargetException {
        RecordComponent[] components = sample.getClass().getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> component.getName().equals(changed.getName()) ? value : valueOf(component, sample))
                .toArray();
        try {
            return sample.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (InvocationTargetException e) {
            throw e;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static @Nullable Object valueOf(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static void collect(@Nullable Object value) {
        switch (value) {
            case null -> {}
            case IsoWeek written ->
                assertThat(schemaOf(IsoWeek.class).get("pattern").textValue())
                        .satisfies(pattern -> assertThat(written.toString()).matches(pattern));
            case Record record -> {
                SAMPLES.put(record.getClass(), record);
                for (RecordComponent component : record.getClass().getRecordComponents()) {
                    collect(valueOf(component, record));
                }
            }
            case Collection<?> many -> many.forEach(RecordsDescriptionTest::collect);
            case Map<?, ?> map -> map.values().forEach(RecordsDescriptionTest::collect);
            default -> {}
        }
    }

    private static JsonNode schemaOf(Class<?> type) {
        return DESCRIPTION.schemas().required(type.getSimpleName());
    }

    private static List<String> textsOf(JsonNode array) {
        return array.valueStream().map(JsonNode::textValue).toList();
    }

    private static Record frozen(String file, Class<? extends Record> type) throws IOException {
        try (var in = RecordsDescriptionTest.class.getResourceAsStream("/frozen/v1/" + file + ".json")) {
            return ContractJson.read(in.readAllBytes(), type);
        }
    }
}
