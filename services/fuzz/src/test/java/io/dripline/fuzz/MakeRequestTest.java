package io.dripline.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.access.Caller;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MakeRequestTest {

    private static final long SEED = 7;
    private static final Planted PLANTED = new Planted(
            "clinic-north",
            Set.of("zq0"),
            Set.of(),
            Map.of("/sessions/{id}", List.of("theirs")),
            Map.of("/sessions/{id}", List.of("own")),
            Map.of());

    @ParameterizedTest
    @ValueSource(strings = {"intake", "classification", "reporting"})
    void theSameNumberIsTheSameRequest(String service) {
        List<Operation> doors = ReadDescriptionTest.doors(service);
        MakeRequest once = new MakeRequest(SEED, doors, PLANTED);
        MakeRequest again = new MakeRequest(SEED, doors, PLANTED);

        // The second is asked backwards: nothing depends on what was asked before.
        for (long number = 2_999; number >= 0; number--) {
            assertThat(again.number(number).bytes("token"))
                    .isEqualTo(once.number(number).bytes("token"));
        }
        assertThat(new MakeRequest(SEED + 1, doors, PLANTED).number(0).bytes("token"))
                .isNotEqualTo(once.number(0).bytes("token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "classification", "reporting"})
    void goesToEveryDoorAsEveryCallerInEveryWay(String service) {
        List<Operation> doors = ReadDescriptionTest.doors(service);
        MakeRequest make = new MakeRequest(SEED, doors, PLANTED);

        Set<String> seen = LongStream.range(0, 20_000)
                .mapToObj(make::number)
                .map(request -> request.operation().name() + request.caller() + request.kind())
                .collect(Collectors.toSet());

        assertThat(seen).hasSize(doors.size() * 5 * Kind.values().length);
    }

    @Test
    void whatIsValidHasWhatItMustHave() throws IOException {
        MakeRequest make =
                new MakeRequest(SEED, List.of(ReadDescriptionTest.door("intake", "POST /sessions")), PLANTED);
        for (long number = 0; number < 3_000; number++) {
            Request request = make.number(number);
            if (request.kind() == Kind.VALID) {
                JsonNode session = new ObjectMapper().readTree(request.body());
                assertThat(session.fieldNames())
                        .toIterable()
                        .contains("reference", "patient", "startedAt", "route", "ascertainment");
            }
        }
    }

    @Test
    void onlyOthersAskForWhatBearsTheMarks() {
        MakeRequest make =
                new MakeRequest(SEED, List.of(ReadDescriptionTest.door("intake", "GET /sessions/{id}")), PLANTED);
        List<Request> valid = LongStream.range(0, 2_000)
                .mapToObj(make::number)
                .filter(request -> request.kind() == Kind.VALID)
                .toList();

        assertThat(valid.stream().filter(request -> request.caller() == Caller.CLINIC))
                .noneMatch(request -> request.target().equals("/sessions/theirs"))
                .anyMatch(request -> request.target().equals("/sessions/own"));
        assertThat(valid.stream().filter(request -> request.caller() == Caller.OTHER_CLINIC))
                .anyMatch(request -> request.target().equals("/sessions/theirs"));
    }
}
