package io.dripline.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.access.DeclaredDoors;
import io.dripline.fuzz.Operation.Place;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadDescriptionTest {

    static List<Operation> doors(String service) {
        return ReadDescription.of(Path.of("../../docs/openapi").resolve(service + ".yaml"));
    }

    static Operation door(String service, String name) {
        return doors(service).stream()
                .filter(operation -> operation.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "classification", "reporting"})
    void readsEveryDoor(String service) {
        assertThat(doors(service))
                .extracting(Operation::name)
                .containsExactlyInAnyOrderElementsOf(DeclaredDoors.described(service));
    }

    @Test
    void readsWhatABodyMustBe() {
        Shape session = door("intake", "POST /sessions").body().shape();

        assertThat(session.required()).contains("reference", "patient", "startedAt");
        assertThat(session.fields().get("weightKg").high()).isEqualTo(new BigDecimal("400"));
        assertThat(session.fields().get("weightKg").type()).isEqualTo("number");
        assertThat(session.fields().get("route").choices()).contains("INTRAVENOUS", "EPIDURAL");
        assertThat(session.fields().get("adverseEvents").most()).isEqualTo(200);
        assertThat(session.fields().get("adverseEvents").items().fields()).containsKey("verbatim");
        assertThat(session.fields().get("plannedDose").fields().get("mgPerKg").isAboveLow())
                .isTrue();
    }

    @Test
    void readsParametersStatusesAndExamples() {
        Operation change = door("intake", "PUT /sessions/{id}");

        assertThat(change.statuses()).contains(200, 412, 428);
        assertThat(change.parameters(Place.HEADER))
                .extracting(Operation.Parameter::name)
                .containsExactlyInAnyOrder("If-Match", "Reason");
        assertThat(change.body().examples())
                .singleElement()
                .satisfies(example ->
                        assertThat(example.path("reference").asText()).isNotEmpty());
        assertThat(door("intake", "POST /sessions/batch").body().isOfLines()).isTrue();
    }
}
