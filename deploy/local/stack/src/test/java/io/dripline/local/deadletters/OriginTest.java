package io.dripline.local.deadletters;

import static io.dripline.local.deadletters.Reports.ORIGIN;
import static io.dripline.local.deadletters.Reports.lying;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {

    private final UUID id = UUID.randomUUID();
    private final Key key = Key.of(Reports.key(id));
    private final Origin origin = new Origin(ORIGIN, Set.of(key));

    @ParameterizedTest
    @CsvSource({
        "1, 10, 1, 10, false", // the very record that became the dead letter
        "1, 11, 1, 10, true", // it was sent back
        "1,  9, 1, 10, false", // it is what was sent back, and died again
        "2, 11, 1, 10, true",
        "2,  9, 1, 10, true", // the letter came late and was outdated then
        "1, 11, 2, 10, false"
    })
    void settlesALetterByTheSameStateAfterItOrANewerOneAnywhere(
            int version, long at, int letter, long lay, boolean settled) {
        origin.take(lying(id, version, at));

        assertThat(origin.settles(key, new State(letter, 0), lay)).isEqualTo(settled);
    }

    @Test
    void poisonSettlesNothing() {
        origin.take(new ConsumerRecord<>(ORIGIN.topic(), ORIGIN.partition(), 11, Reports.key(id), new byte[] {1}));
        origin.take(lying(UUID.randomUUID(), 3, 12));

        assertThat(origin.settles(key, new State(1, 0), 10)).isFalse();
    }

    @Test
    void tellsWhichRecordCompactionWouldTakeAway() {
        origin.take(lying(id, 1, 10));
        assertThat(origin.overtaken(key)).isEmpty();
        origin.take(lying(id, 2, 11));
        assertThat(origin.overtaken(key)).isEmpty();

        origin.take(lying(id, 1, 12));

        assertThat(origin.overtaken(key)).hasValue(11);
        origin.take(lying(id, 2, 13));
        assertThat(origin.overtaken(key)).isEmpty();
    }
}
