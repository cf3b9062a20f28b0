package io.dripline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTableTest {

    private static final Path KEPT = Path.of("../../docs/access.csv");

    private static final List<Caller> FALSE_TOKENS = List.of(
            Caller.EXPIRED,
            Caller.TAMPERED,
            Caller.WRONG_AUDIENCE,
            Caller.WRONG_ISSUER,
            Caller.ALGORITHM_NONE,
            Caller.PUBLIC_KEY_AS_SECRET);

    private static final String HEADER = "service,method,path,none,clinic,other-clinic,officer,auditor,visitor,expired,"
            + "tampered,wrong-audience,wrong-issuer,algorithm-none,public-key-as-secret";
    private static final String ROW =
            "intake,GET,/sessions/{id},401,allowed,404,allowed,allowed,403,401,401,401,401,401,401";

    @Test
    void aFalseTokenOpensNoDoorThatIsNotOpenToNobody() {
        List<Door> doors = AccessTable.read(KEPT).doors();

        assertThat(doors).isNotEmpty().allSatisfy(door -> {
            boolean isOpen = door.expected().get(Caller.NONE).equals("allowed");
            assertThat(FALSE_TOKENS)
                    .as(door.name())
                    .allSatisfy(caller -> assertThat(door.expected().get(caller).equals("allowed"))
                            .isEqualTo(isOpen));
        });
    }

    @Test
    void auditorsChangeNothing() {
        List<Door> doors = AccessTable.read(KEPT).doors();

        assertThat(doors.stream()
                        .filter(door -> !door.method().equals("GET"))
                        .filter(door -> door.expected().get(Caller.AUDITOR).equals("allowed"))
                        .map(Door::name))
                // These compute from what is sent, and store nothing.
                .containsExactlyInAnyOrder(
                        "POST /codings",
                        "POST /api/evidence/cusum",
                        "POST /api/evidence/ebh",
                        "POST /api/evidence/funnel",
                        "POST /api/evidence/pool");
    }

    @Test
    void aRowHasACellForEveryCallerAndStandsOnce() {
        assertThat(AccessTable.parse(List.of("# comment", HEADER, ROW)).doors()).hasSize(1);
        assertThatThrownBy(() -> AccessTable.parse(List.of(HEADER, ROW, ROW))).hasMessageContaining("stands twice");
        assertThatThrownBy(() -> AccessTable.parse(List.of(HEADER, ROW + ",401")))
                .hasMessageContaining("expected 15 cells, found 16");
        assertThatThrownBy(() -> AccessTable.parse(List.of(HEADER, ROW.replace("403", "maybe"))))
                .hasMessageContaining("found maybe");
    }

    @ParameterizedTest
    @CsvSource({
        "200, true",
        "422, true",
        "404, true",
        "401, false",
        "403, false",
        "405, false",
        "500, false",
        "503, false"
    })
    void allowedIsWhoeverWasLetIn(int status, boolean agrees) {
        Door door = AccessTable.parse(List.of(HEADER, ROW)).doors().getFirst();

        assertThat(door.agrees(Caller.CLINIC, status)).isEqualTo(agrees);
        assertThat(door.agrees(Caller.OTHER_CLINIC, status)).isEqualTo(status == 404);
    }
}
