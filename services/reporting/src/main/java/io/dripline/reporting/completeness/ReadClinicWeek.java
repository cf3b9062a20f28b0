package io.dripline.reporting.completeness;

import static io.dripline.contracts.deadletter.DeadLetterCause.BROKEN_INVARIANT;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.RefusedRecordException;
import io.dripline.contracts.tally.ClinicWeek;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads a record of the clinic-weeks' topic and refuses what could not be kept as it is. */
final class ReadClinicWeek {

    private ReadClinicWeek() {}

    /**
     * The clinic-week that a record holds.
     *
     * @throws RefusedRecordException naming what is wrong; what the record says in text is not repeated
     */
    static ClinicWeek read(ConsumerRecord<byte[], byte[]> record) {
        ClinicWeek week = ContractJson.read(record.value(), ClinicWeek.class);
        if (week.week() == null) {
            throw refused("week", "an ISO week", "none");
        }
        if (week.clinic().chars().anyMatch(c -> Character.isISOControl(c) || c == '|')) {
            throw refused("clinic", "a clinic's id without a bar or control character", "another");
        }
        String expected = ClinicWeek.key(week.clinic(), week.week());
        if (record.key() == null || !expected.equals(new String(record.key(), StandardCharsets.UTF_8))) {
            throw refused("key", "that of its clinic and week", record.key() == null ? "none" : "another");
        }
        return week;
    }

    private static RefusedRecordException refused(String field, String expected, String found) {
        return new RefusedRecordException(
                BROKEN_INVARIANT, "%s: expected %s, found %s".formatted(field, expected, found));
    }
}
