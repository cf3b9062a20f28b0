package io.dripline.local.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.contracts.Topics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WishTest {

    @Test
    void listsEveryTableAndSendsNothingUnlessAsked() {
        assertThat(Wish.of(List.of())).isEqualTo(new Wish(Topics.TABLES, 20, false, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dripline.incidence.v1", "dripline.incidence.v1.dead"})
    void takesATableByItsNameOrThatOfItsDeadLetters(String topic) {
        assertThat(Wish.of(List.of("--send-back", "--topic", topic, "--yes", "--limit", "3")))
                .isEqualTo(new Wish(List.of(Topics.INCIDENCE), 3, true, true));
    }

    @ParameterizedTest
    @CsvSource({
        "--topic other, --topic: expected one of dripline.sessions.reported.v1",
        "--topic, got null",
        "--limit -1, '--limit: expected a number, got -1'",
        "--limit, '--limit: expected a number, got null'",
        "--sendback, dead-letters takes --topic"
    })
    void saysWhatItTakes(String arguments, String complaint) {
        assertThatThrownBy(() -> Wish.of(List.of(arguments.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }
}
